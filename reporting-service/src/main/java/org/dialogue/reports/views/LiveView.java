package org.dialogue.reports.views;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.dialogue.reports.folds.Bound;
import org.dialogue.reports.folds.History;
import org.dialogue.reports.folds.ReadEvent;
import org.dialogue.reports.folds.Replay;
import org.dialogue.reports.folds.ViewFold;
import org.dialogue.reports.folds.ViewState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A view that is kept current. Reading it is reading one reference; it never goes back to an earlier position, also not
 * when it has been rebuilt.
 */
public final class LiveView<V> {

    private static final Logger LOG = LoggerFactory.getLogger(LiveView.class);

    /** A start folds a fiftieth of history at most. */
    private static final long PART_FOLDED_AGAIN = 50;

    private final ViewFold<V> fold;
    private final Clock clock;
    private volatile ViewState<V> state;
    private volatile long keptAt;
    private volatile Progress building;
    private volatile @Nullable Progress rebuild;

    LiveView(ViewFold<V> fold, Clock clock) {
        this.fold = fold;
        this.clock = clock;
        this.state = ViewState.before(fold);
        this.building = Progress.started(0, clock.instant());
    }

    /** {@return the names under which the view is addressed} */
    public List<String> names() {
        return fold.names();
    }

    /** {@return the first of its names} */
    public String name() {
        return fold.name();
    }

    /**
     * The view as it is now.
     *
     * @return the value with the position it reflects
     * @throws NotCaughtUp while it is being folded for the first time
     */
    public ViewState<V> now() {
        if (building.isRunning()) {
            throw new NotCaughtUp(name(), building);
        }
        return state;
    }

    /** {@return the state whether or not it has caught up, for those who watch over it} */
    public ViewState<V> state() {
        return state;
    }

    /** {@return how far the first folding since the start of the program has come} */
    public Progress building() {
        return building;
    }

    /** {@return the newest rebuild since the start of the program, if there was one} */
    public Optional<Progress> rebuild() {
        return Optional.ofNullable(rebuild);
    }

    /** Begins where a snapshot was taken, if there is one. */
    synchronized void beginFrom(Snapshots snapshots) {
        if (state.position() == 0) {
            snapshots.find(fold).ifPresent(kept -> {
                state = kept;
                keptAt = kept.position();
            });
        }
    }

    /** Keeps a snapshot, if so much has been folded since the last one that a start would take long without it. */
    void keepIn(Snapshots snapshots, long every) {
        if (isDue(every)) {
            ViewState<V> now = state;
            keptAt = now.position();
            snapshots.keep(fold, now);
        }
    }

    boolean isDue(long every) {
        long position = state.position();
        return position - keptAt >= Math.max(every, position / PART_FOLDED_AGAIN);
    }

    synchronized void take(ReadEvent event) {
        // A rebuild may have taken the view ahead of the reader.
        if (event.position() > state.position()) {
            ViewState<V> next = state.after(fold, event);
            if (next.faults().leftOut() > state.faults().leftOut()) {
                // Nothing that the event says: whoever wrote it may have meant the log.
                LOG.warn("{} goes on without the event at position {}", name(), event.position());
            }
            state = next;
            if (building.isRunning()) {
                building = building.reached(event.position());
            }
        }
    }

    void expecting(long total) {
        if (building.isRunning()) {
            building = new Progress(state.position(), total, building.started(), null, null);
        }
    }

    void caughtUp() {
        if (building.isRunning()) {
            building = building.finished(state.position(), clock.instant());
        }
    }

    /** Notes that a rebuild begins, unless one runs already. */
    synchronized boolean beginRebuild(long total) {
        Progress former = rebuild;
        if (former != null && former.isRunning()) {
            return false;
        }
        rebuild = Progress.started(total, clock.instant());
        return true;
    }

    /** Folds a second value from position 0 while this one keeps serving, and puts it in its place. */
    void rebuildFrom(History history) {
        Replay replay = new Replay(history);
        try {
            ViewState<V> fresh = replay.on(fold, ViewState.before(fold), Bound.none(), this::rebuildReached);
            replace(replay, fresh);
        } catch (RuntimeException failure) {
            change(running -> running.failed(clock.instant(), failure.toString()));
            throw failure;
        }
    }

    /** Holds the reader up for the few events that arrived meanwhile, so that the position never goes back. */
    private synchronized void replace(Replay replay, ViewState<V> fresh) {
        ViewState<V> current = replay.on(fold, fresh, Bound.none(), this::rebuildReached);
        state = current;
        // Whatever was wrong with the former value may be in its snapshot too.
        keptAt = 0;
        change(running -> running.finished(current.position(), clock.instant()));
    }

    private void rebuildReached(long position) {
        change(running -> running.reached(position));
    }

    private void change(UnaryOperator<Progress> step) {
        Progress running = rebuild;
        if (running != null) {
            rebuild = step.apply(running);
        }
    }
}
