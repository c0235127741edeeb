package org.dialogue.reports.folds;

import java.util.List;
import java.util.stream.Stream;

/** The own ledger, as views read it. */
public interface History {

    /** {@return the position of the newest event, 0 if there is none} */
    long head();

    /**
     * Reads on.
     *
     * @param position the last position already known, 0 for none
     * @return the events after it in order, without a gap, up to the newest; to be closed
     */
    Stream<ReadEvent> readAfter(long position);

    /**
     * Reads one aggregate of the own ledger, without waiting for any view.
     *
     * @param aggregateId with its kind, such as {@code alarm:a7}
     * @return its events in order, as far as this program understands them
     */
    List<HistoryEntry> ofAggregate(String aggregateId);

    /**
     * Has a bell rung after each append of this process. Appends of other processes do not ring it.
     *
     * @param bell must return at once
     * @return stops the ringing
     */
    Ringing onAppend(Runnable bell);

    /** Ends what began with {@link #onAppend}. */
    @FunctionalInterface
    interface Ringing extends AutoCloseable {

        @Override
        void close();
    }
}
