package org.dialogue.reports.views;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.dialogue.kit.polling.FailureTracker;
import org.dialogue.kit.polling.PollingWorker;
import org.dialogue.reports.folds.History;
import org.dialogue.reports.folds.ReadEvent;
import org.dialogue.reports.folds.ViewFold;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps all views. One thread reads the own ledger, from where the views' snapshots end when the program starts, and hands each event to every
 * view; it is woken by appends of this process and looks by itself for those of others. Rebuilds run one after the other
 * in a second thread.
 */
public final class Views extends PollingWorker {

    private static final Logger LOG = LoggerFactory.getLogger(Views.class);
    private static final long LOG_EVERY = 50_000;
    private static final long STOPPING_SECONDS = 10;

    private final History history;
    private final Clock clock;
    private final Duration pollInterval;
    private final Snapshots snapshots;
    private final long snapshotEvery;
    private final List<LiveView<?>> all = new ArrayList<>();
    private final FailureTracker reading =
            new FailureTracker(LOG, "Cannot read the ledger; views stand still until it answers");
    private final AtomicBoolean keeping = new AtomicBoolean();
    private @Nullable ExecutorService rebuilding;
    private History.@Nullable Ringing ringing;

    /**
     * Views of one history.
     *
     * @param pollInterval how long an event appended by another process may go unseen, and the pause after a failure
     */
    public Views(History history, Clock clock, Duration pollInterval) {
        this(history, clock, pollInterval, Snapshots.NONE, Long.MAX_VALUE);
    }

    /** @param snapshotEvery after how many events a view's snapshot is taken anew; more as history grows */
    Views(History history, Clock clock, Duration pollInterval, Snapshots snapshots, long snapshotEvery) {
        super("views");
        this.snapshotEvery = snapshotEvery;
        this.snapshots = snapshots;
        this.history = history;
        this.clock = clock;
        this.pollInterval = pollInterval;
    }

    /**
     * Adds a view; only before the start.
     *
     * @param fold how it is folded; its name must be free
     * @return the view
     */
    public synchronized <V> LiveView<V> keep(ViewFold<V> fold) {
        if (isRunning() || fold.names().stream().anyMatch(name -> find(name).isPresent())) {
            throw new IllegalStateException("the view " + fold.names() + " comes too late or twice");
        }
        LiveView<V> view = new LiveView<>(fold, clock);
        all.add(view);
        return view;
    }

    /** {@return all views in the order in which they were added} */
    public synchronized List<LiveView<?>> all() {
        return List.copyOf(all);
    }

    /** {@return the view of that name, if there is one} */
    public Optional<LiveView<?>> find(String name) {
        return all().stream().filter(view -> view.names().contains(name)).findFirst();
    }

    /** {@return the position of the newest event in the own ledger} */
    public long head() {
        return history.head();
    }

    /** {@return whether every view has been folded up to the end of history since the program started} */
    public boolean haveCaughtUp() {
        return all().stream().noneMatch(view -> view.building().isRunning());
    }

    /** {@return why the ledger cannot be read at the moment, if it cannot} */
    public Optional<RuntimeException> readingFailure() {
        return reading.present();
    }

    /**
     * Begins to rebuild a view from position 0 in the background, unless that is under way already. Meanwhile the present
     * value keeps serving.
     *
     * @param view one of these views
     * @return how far it has come
     */
    public Progress rebuild(LiveView<?> view) {
        ExecutorService executor = rebuilding;
        if (executor == null) {
            throw new IllegalStateException("views are not running");
        }
        if (view.beginRebuild(history.head())) {
            executor.execute(() -> rebuildNow(view));
        }
        return view.rebuild().orElseThrow();
    }

    private void rebuildNow(LiveView<?> view) {
        LOG.info("Rebuilding {} from position 0", view.names());
        try {
            view.rebuildFrom(history);
            LOG.info("Rebuilt {} up to {}", view.names(), view.state().position());
        } catch (RuntimeException failure) {
            LOG.error("Could not rebuild {}; the former value keeps serving", view.names(), failure);
        }
    }

    @Override
    public synchronized void start() {
        if (!isRunning()) {
            rebuilding = Executors.newSingleThreadExecutor(task -> new Thread(task, "views-rebuild"));
            ringing = history.onAppend(this::ring);
            super.start();
        }
    }

    @Override
    protected Next round() {
        reading.attempt(this::readOn);
        if (all().stream().anyMatch(view -> view.isDue(snapshotEvery))) {
            keepSnapshots();
        }
        return Next.whenRung(pollInterval);
    }

    private void readOn() {
        List<LiveView<?>> views = all();
        if (!haveCaughtUp()) {
            views.forEach(view -> view.beginFrom(snapshots));
        }
        long known =
                views.stream().mapToLong(view -> view.state().position()).min().orElse(0);
        if (!haveCaughtUp()) {
            long head = history.head();
            views.forEach(view -> view.expecting(head));
        }
        try (Stream<ReadEvent> events = history.readAfter(known)) {
            for (Iterator<ReadEvent> next = events.iterator(); isRunning() && next.hasNext(); ) {
                ReadEvent event = next.next();
                views.forEach(view -> view.take(event));
                logProgress(event.position());
            }
        }
        if (isRunning() && !haveCaughtUp()) {
            views.forEach(LiveView::caughtUp);
            LOG.info("{} views reflect position {}", views.size(), head());
        }
    }

    private void keepSnapshots() {
        ExecutorService executor = rebuilding;
        if (executor != null && haveCaughtUp() && keeping.compareAndSet(false, true)) {
            executor.execute(() -> {
                try {
                    all().forEach(view -> view.keepIn(snapshots, snapshotEvery));
                } catch (RuntimeException failure) {
                    LOG.warn("Could not keep a snapshot; the next is tried after more events", failure);
                } finally {
                    keeping.set(false);
                }
            });
        }
    }

    private void logProgress(long position) {
        if (position % LOG_EVERY == 0 && !haveCaughtUp()) {
            LOG.info("Folded {} events", position);
        }
    }

    @Override
    public synchronized void stop() {
        if (ringing != null) {
            ringing.close();
        }
        ExecutorService stopping = rebuilding;
        if (stopping != null) {
            stopping.shutdownNow();
        }
        super.stop();
        if (stopping != null) {
            awaitEndOf(stopping);
        }
    }

    private static void awaitEndOf(ExecutorService rebuilding) {
        try {
            if (!rebuilding.awaitTermination(STOPPING_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A rebuild goes on after {} s", STOPPING_SECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
