package org.dialogue.ledger;

import java.time.Instant;

/** Instants as the database puts them in order: in milliseconds since 1970, which end some hundred million years away. */
final class Milliseconds {

    private static final Instant EARLIEST = Instant.ofEpochMilli(Long.MIN_VALUE);
    private static final Instant LATEST = Instant.ofEpochMilli(Long.MAX_VALUE);

    private Milliseconds() {}

    /** {@return whether an instant can be stored} */
    static boolean canExpress(Instant instant) {
        return !instant.isBefore(EARLIEST) && !instant.isAfter(LATEST);
    }

    /** {@return the milliseconds of an instant, rounded down; of one that cannot be stored, the nearer end} */
    static long of(Instant instant) {
        if (instant.isBefore(EARLIEST)) {
            return Long.MIN_VALUE;
        }
        return instant.isAfter(LATEST) ? Long.MAX_VALUE : instant.toEpochMilli();
    }
}
