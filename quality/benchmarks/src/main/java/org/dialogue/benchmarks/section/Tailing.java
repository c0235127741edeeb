package org.dialogue.benchmarks.section;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.dialogue.benchmarks.Lab;
import org.dialogue.benchmarks.contender.AxonStore;
import org.dialogue.benchmarks.contender.Contender;
import org.dialogue.benchmarks.report.Chapter;
import org.dialogue.benchmarks.report.Figures;
import org.dialogue.benchmarks.report.Table;
import org.dialogue.benchmarks.report.Target;
import org.dialogue.benchmarks.workload.Feed;
import org.dialogue.benchmarks.workload.NewEvent;

/** How soon a stream that waits at the end of history sees what is appended. */
public final class Tailing {

    private static final int DIGITS = 3;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double LOCAL_MILLIS = 5;
    private static final double OTHER_MILLIS = 50;
    private static final int FEWEST = 10;

    /** One event after the other are few events, and of few the slowest one would be what 99 of 100 are within. */
    private static final int WINDOWS = 4;

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(5);

    /** Appends of others come at any moment of a poll, not always right after one. */
    private static final Duration LONGEST_PAUSE_OF_OTHERS = Duration.ofMillis(100);

    private final Lab lab;

    /** Measures in a lab. */
    public Tailing(Lab lab) {
        this.lab = lab;
    }

    /**
     * One line of the table.
     *
     * @param contender who
     * @param appender who appended: the instance that reads, or another
     * @param events how many were appended, one after the other
     * @param p50Millis from the acknowledgement to the reader, in half of the cases
     * @param p99Millis in 99 of 100 cases
     */
    public record Delay(String contender, String appender, long events, double p50Millis, double p99Millis) {}

    /** Measures one append after the other. */
    public Chapter measure() {
        List<Delay> delays = List.of(
                delay(Contender.LEDGER, false),
                delay(Contender.LEDGER, true),
                delay(Contender.AXON_PER_EVENT, false),
                delay(Contender.AXON_PER_EVENT, true));
        Table table = new Table("ms from acknowledgement to an open stream", "appended by", "p50", "p99", "events");
        delays.forEach(delay -> table.row(
                delay.contender,
                delay.appender,
                Figures.precise(delay.p50Millis),
                Figures.precise(delay.p99Millis),
                Figures.whole(delay.events)));
        return new Chapter(
                "tailing",
                table.markdown(),
                delays,
                List.of(
                        Target.atMost("ms until a local append is seen (p99)", LOCAL_MILLIS, delays.get(0).p99Millis),
                        Target.atMost(
                                "ms until another instance's append is seen (p99; a change stream needs a replica set)",
                                OTHER_MILLIS,
                                delays.get(1).p99Millis)));
    }

    private Delay delay(Contender<AxonStore> contender, boolean other) {
        MongoDatabase database = lab.freshDatabase();
        try (AxonStore reading = contender.open(database);
                AxonStore writing = contender.open(database)) {
            EmbeddedEventStore reader = reading.newEventStore();
            EmbeddedEventStore writer = writing.newEventStore();
            try {
                Delay delay = other
                        ? delay(contender, reader, writer, "another instance", LONGEST_PAUSE_OF_OTHERS)
                        : delay(contender, reader, reader, "itself", LONGEST_PAUSE);
                lab.progress(
                        "tailing %s, appended by %s: %s ms",
                        delay.contender, delay.appender, Figures.precise(delay.p50Millis));
                return delay;
            } finally {
                reader.shutDown();
                writer.shutDown();
            }
        } finally {
            database.drop();
        }
    }

    private Delay delay(
            Contender<?> contender, EmbeddedEventStore reader, EventStore writer, String appender, Duration pause) {
        ExecutorService waiting = Executors.newSingleThreadExecutor();
        Histogram delays;
        try (BlockingStream<TrackedEventMessage<?>> stream = reader.openStream(null)) {
            Duration window = lab.settings().window();
            // Not counted: it opens connections and cursors, and has code compiled.
            delays(stream, writer, waiting, pause, window);
            delays = delays(stream, writer, waiting, pause, window.multipliedBy(WINDOWS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while measuring", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The stream failed", e.getCause());
        } finally {
            waiting.shutdownNow();
        }
        return new Delay(
                contender.name(),
                appender,
                delays.getTotalCount(),
                delays.getValueAtPercentile(50) / NANOS_PER_MILLI,
                delays.getValueAtPercentile(99) / NANOS_PER_MILLI);
    }

    private static Histogram delays(
            BlockingStream<TrackedEventMessage<?>> stream,
            EventStore writer,
            ExecutorService waiting,
            Duration pause,
            Duration window)
            throws InterruptedException, ExecutionException {
        Histogram delays = new Histogram(DIGITS);
        Feed feed = new Feed();
        long deadline = System.nanoTime() + window.toNanos();
        for (int turn = 0; turn < FEWEST || System.nanoTime() < deadline; turn++) {
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(pause.toNanos()));
            NewEvent event = feed.next(1).get(0);
            Future<Long> seen = waiting.submit(() -> whenSeen(stream, event.id()));
            writer.publish(AxonStore.message(event));
            long acknowledged = System.nanoTime();
            delays.recordValue(Math.max(0, seen.get() - acknowledged));
        }
        return delays;
    }

    private static long whenSeen(BlockingStream<TrackedEventMessage<?>> stream, String id) throws InterruptedException {
        while (stream.hasNextAvailable(1, TimeUnit.MINUTES)) {
            if (stream.nextAvailable().getIdentifier().equals(id)) {
                return System.nanoTime();
            }
        }
        throw new IllegalStateException("An appended event was not seen within a minute");
    }
}
