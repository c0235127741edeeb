package org.dialogue.reports.folds;

import java.util.Iterator;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** Folds history into a view: the one way in which any view comes about, whether live, rebuilt or as of a moment. */
public final class Replay {

    private final History history;

    /** @param history what is folded */
    public Replay(History history) {
        this.history = history;
    }

    /**
     * Folds from position 0.
     *
     * @param fold the view wanted
     * @param bound how far
     * @return the view at that point
     */
    public <V> ViewState<V> of(ViewFold<V> fold, Bound bound) {
        return on(fold, ViewState.before(fold), bound, position -> {});
    }

    /**
     * Folds on from a state.
     *
     * @param fold the fold that the state is of
     * @param from where to go on
     * @param bound how far
     * @param reached told of every position reached
     * @return the view at that point
     * @throws IllegalStateException if the thread is interrupted: half a view is none
     */
    public <V> ViewState<V> on(ViewFold<V> fold, ViewState<V> from, Bound bound, LongConsumer reached) {
        ViewState<V> state = from;
        try (Stream<ReadEvent> events = history.readAfter(from.position())) {
            for (Iterator<ReadEvent> next = events.iterator(); next.hasNext(); ) {
                ReadEvent event = next.next();
                if (!bound.admits(event)) {
                    break;
                }
                if (Thread.currentThread().isInterrupted()) {
                    throw new IllegalStateException("stopped at " + state.position());
                }
                state = state.after(fold, event);
                reached.accept(event.position());
            }
        }
        return state;
    }
}
