package org.dialogue.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Where a copied event was first recorded.
 *
 * <p>Only a ledger that copies the events of other ledgers sets it. It is stored beside the event and is not part of
 * its {@link Leaf}: the source's own tree proves the position.
 *
 * @param source name of the ledger that recorded the event first
 * @param position position of the event in that ledger, 1 or more
 * @param recordedAt when that ledger recorded it, kept to the millisecond
 */
public record Origin(String source, long position, Instant recordedAt) {

    /**
     * Checks the position and drops what is finer than a millisecond.
     *
     * @throws IllegalArgumentException if the position is less than 1, the source is empty, or it was recorded some hundred
     *     million years away
     */
    public Origin {
        if (source.isEmpty()) {
            throw new IllegalArgumentException("An origin needs the name of its source");
        }
        if (position < 1) {
            throw new IllegalArgumentException("Positions start at 1, not at " + position);
        }
        if (!Milliseconds.canExpress(recordedAt)) {
            throw new IllegalArgumentException(
                    "%s %d was recorded too far from our time: %s".formatted(source, position, recordedAt));
        }
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MILLIS);
    }
}
