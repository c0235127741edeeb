package org.dialogue.reports.folds;

import java.time.Instant;

/** How far a replay goes. "As of" a moment means: with everything that had been recorded here by then. */
@FunctionalInterface
public interface Bound {

    /** {@return whether the event still belongs to it; once one does not, none after it does} */
    boolean admits(ReadEvent event);

    /** {@return all of history} */
    static Bound none() {
        return event -> true;
    }

    /** {@return history up to a position of the own ledger, inclusive} */
    static Bound position(long last) {
        return event -> event.position() <= last;
    }

    /** {@return history as it had been recorded here by a moment, inclusive} */
    static Bound recordedBy(Instant moment) {
        return event -> !event.copiedAt().isAfter(moment);
    }
}
