package org.dialogue.benchmarks.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;
import org.dialogue.benchmarks.contender.Store;
import org.dialogue.benchmarks.workload.Feed;
import org.dialogue.benchmarks.workload.NewEvent;

/**
 * Writers that append commit after commit, each waiting for the acknowledgement before it goes on.
 *
 * <p>All commits that touch the measured window count, each with the share of its duration that lies within: so a
 * window is neither flattered nor robbed by large batches at its edges.
 */
public final class Writers {

    private static final int DIGITS = 3;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private final int writers;
    private final int eventsPerCommit;
    private final Duration warmUp;
    private final Duration window;

    /**
     * Describes a load.
     *
     * @param writers number of threads
     * @param eventsPerCommit number of events in each commit
     * @param warmUp for how long to write before it counts
     * @param window for how long it counts
     */
    public Writers(int writers, int eventsPerCommit, Duration warmUp, Duration window) {
        this.writers = writers;
        this.eventsPerCommit = eventsPerCommit;
        this.warmUp = warmUp;
        this.window = window;
    }

    /** Writes to a store and measures. */
    public AppendRate measure(Store store) {
        long from = System.nanoTime() + warmUp.toNanos();
        long to = from + window.toNanos();
        List<Writer> all = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            all.add(new Writer(store, from, to));
        }
        return rate(inParallel(all));
    }

    /** Runs all at once, each in a thread of its own, and waits for all of them. */
    public static <T> List<T> inParallel(List<? extends Callable<T>> work) {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> done : threads.invokeAll(work)) {
                results.add(done.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while measuring", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A measurement failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private AppendRate rate(List<Written> parts) {
        Histogram latencies = new Histogram(DIGITS);
        parts.forEach(part -> latencies.add(part.latencies));
        double events = parts.stream().mapToDouble(part -> part.events).sum();
        double allocated = parts.stream().mapToDouble(part -> part.allocated).sum();
        double written = parts.stream().mapToDouble(part -> part.written).sum();
        return new AppendRate(
                events / (window.toNanos() / NANOS_PER_SECOND),
                latencies.getValueAtPercentile(50) / NANOS_PER_MILLI,
                latencies.getValueAtPercentile(99) / NANOS_PER_MILLI,
                allocated / written);
    }

    /**
     * What one writer did.
     *
     * @param events acknowledged within the window, in parts where a commit reaches beyond it
     * @param latencies of the commits that touch the window
     * @param written all that was written, and the bytes allocated for it
     */
    private record Written(double events, Histogram latencies, long written, long allocated) {}

    private final class Writer implements Callable<Written> {

        private final Store store;
        private final long from;
        private final long to;
        private final Feed feed = new Feed();

        Writer(Store store, long from, long to) {
            this.store = store;
            this.from = from;
            this.to = to;
        }

        @Override
        public Written call() {
            Histogram latencies = new Histogram(DIGITS);
            double within = 0;
            long written = 0;
            long allocatedBefore = Allocation.ofThisThread();
            long done;
            do {
                List<NewEvent> commit = feed.next(eventsPerCommit);
                long begun = System.nanoTime();
                store.append(commit);
                done = System.nanoTime();
                written += eventsPerCommit;
                if (done > from && begun < to) {
                    latencies.recordValue(done - begun);
                    double share = (double) (Math.min(done, to) - Math.max(begun, from)) / (done - begun);
                    within += share * eventsPerCommit;
                }
            } while (done < to);
            return new Written(within, latencies, written, Allocation.ofThisThread() - allocatedBefore);
        }
    }
}
