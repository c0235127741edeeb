package org.dialogue.ledger.checkpoint;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often checkpoints are issued.
 *
 * @param every at most so long after the one before
 * @param everyEvents or as soon as there are so many more events
 */
record Cadence(Duration every, long everyEvents) {

    Cadence {
        if (every.isNegative() || every.isZero() || everyEvents < 1) {
            throw new IllegalArgumentException(
                    "Checkpoints every %s and every %d events are too many".formatted(every, everyEvents));
        }
    }

    /**
     * How long to wait for the next checkpoint; zero if it is due.
     *
     * @param latest the one before, by whomever
     * @param size of the ledger now
     */
    Duration untilDue(@Nullable IssuedCheckpoint latest, long size, Instant now) {
        if (latest == null || size - latest.size() >= everyEvents) {
            return Duration.ZERO;
        }
        // A checkpoint from the future means that a clock was set back. It must not silence us until it comes true.
        Duration elapsed = Duration.between(latest.issuedAt(), now).abs();
        return elapsed.compareTo(every) >= 0 ? Duration.ZERO : every.minus(elapsed);
    }
}
