package org.dialogue.benchmarks.section;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.dialogue.benchmarks.Lab;
import org.dialogue.benchmarks.contender.AxonStore;
import org.dialogue.benchmarks.contender.Contender;
import org.dialogue.benchmarks.report.Chapter;
import org.dialogue.benchmarks.report.Figures;
import org.dialogue.benchmarks.report.Table;
import org.dialogue.benchmarks.workload.NewEvent;
import org.dialogue.benchmarks.workload.PastAggregates;
import org.dialogue.benchmarks.workload.PastAggregates.Aggregate;
import org.dialogue.benchmarks.workload.Payloads;

/**
 * From how many events on an aggregate is loaded faster through a snapshot, and what a cache would save. Payloads are
 * deserialized here, as the aggregate would have it.
 */
public final class Snapshots {

    private static final List<Integer> LENGTHS = List.of(1, 10, 25, 50, 100, 250, 500, 1_000);
    private static final int OF_EACH_LENGTH = 5;
    private static final int SHARE_OF_LONGEST_HISTORY = 50;
    private static final int DIGITS = 3;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MICROS_PER_MILLI = 1e3;

    private final Lab lab;

    /** Measures in a lab. */
    public Snapshots(Lab lab) {
        this.lab = lab;
    }

    /**
     * One line of the table.
     *
     * @param events how many events the aggregate has
     * @param wholeMillis median time to read and deserialize them all
     * @param snapshotMillis median time to read and deserialize a snapshot after the last of them, and to find nothing
     *     after it
     * @param cachedMicros median time to take the aggregate from a cache, unit of work and lock included
     */
    public record Load(int events, double wholeMillis, double snapshotMillis, double cachedMicros) {}

    /** Measures the ledger's engine. */
    public Chapter measure() {
        MongoDatabase database = lab.freshDatabase();
        try (AxonStore store = Contender.LEDGER.open(database)) {
            // A smoke run has no time for the longest.
            List<Integer> lengths = LENGTHS.stream()
                    .filter(length -> length <= lab.settings().longestHistory() / SHARE_OF_LONGEST_HISTORY)
                    .toList();
            List<Aggregate> aggregates = aggregates(lengths);
            Histories.fillAsInLife(store, new PastAggregates(aggregates)::take, 1);
            CachedThings things = new CachedThings(store.newEventStore());
            Duration each = lab.settings().window().dividedBy(2);
            List<Load> loads = new ArrayList<>();
            for (int length : lengths) {
                List<Aggregate> alike = aggregates.stream()
                        .filter(aggregate -> aggregate.events() == length)
                        .toList();
                // Before there are snapshots, which it would use.
                double cached = MICROS_PER_MILLI * median(each, alike, aggregate -> things.load(aggregate.id()));
                double whole =
                        median(each, alike, aggregate -> read(store.engine().readEvents(aggregate.id()), length));
                alike.forEach(aggregate -> store.engine().storeSnapshot(snapshot(aggregate)));
                double snapshot = median(each, alike, aggregate -> readThroughSnapshot(store.engine(), aggregate));
                loads.add(new Load(length, whole, snapshot, cached));
                lab.progress(
                        "load of %d events: %s ms, through a snapshot %s ms, from a cache %s µs",
                        length, Figures.precise(whole), Figures.precise(snapshot), Figures.precise(cached));
            }
            int stored = aggregates.stream().mapToInt(Aggregate::events).sum();
            return new Chapter("snapshots", markdown(loads, stored), loads, List.of());
        } finally {
            database.drop();
        }
    }

    private interface Loading {
        void load(Aggregate aggregate);
    }

    private static double median(Duration time, List<Aggregate> aggregates, Loading loading) {
        aggregates.forEach(loading::load);
        Histogram latencies = new Histogram(DIGITS);
        long deadline = System.nanoTime() + time.toNanos();
        for (int turn = 0; turn == 0 || System.nanoTime() < deadline; turn++) {
            long before = System.nanoTime();
            loading.load(aggregates.get(turn % aggregates.size()));
            latencies.recordValue(System.nanoTime() - before);
        }
        return latencies.getValueAtPercentile(50) / NANOS_PER_MILLI;
    }

    private static void readThroughSnapshot(EventStorageEngine engine, Aggregate aggregate) {
        DomainEventMessage<?> snapshot = engine.readSnapshot(aggregate.id()).orElseThrow();
        snapshot.getPayload();
        read(engine.readEvents(aggregate.id(), snapshot.getSequenceNumber() + 1), 0);
    }

    private static void read(DomainEventStream events, int expected) {
        int read = 0;
        while (events.hasNext()) {
            events.next().getPayload();
            read++;
        }
        if (read != expected) {
            throw new IllegalStateException("%d events read in place of %d".formatted(read, expected));
        }
    }

    private static DomainEventMessage<?> snapshot(Aggregate aggregate) {
        return AxonStore.message(new NewEvent(
                "snapshot-of-" + aggregate.id(),
                aggregate.id(),
                aggregate.events() - 1L,
                Instant.now(),
                Payloads.any()));
    }

    private static List<Aggregate> aggregates(List<Integer> lengths) {
        List<Aggregate> aggregates = new ArrayList<>();
        for (int length : lengths) {
            IntStream.range(0, OF_EACH_LENGTH)
                    .mapToObj(number -> new Aggregate(length + "-" + number, length))
                    .forEach(aggregates::add);
        }
        Collections.shuffle(aggregates, new Random(OF_EACH_LENGTH));
        return aggregates;
    }

    private static String markdown(List<Load> loads, int stored) {
        Table table = new Table(
                "events of the aggregate, of %,d stored".formatted(stored),
                "ms to load them",
                "ms through a snapshot",
                "µs from a cache");
        loads.forEach(load -> table.row(
                String.valueOf(load.events),
                Figures.precise(load.wholeMillis),
                Figures.precise(load.snapshotMillis),
                Figures.precise(load.cachedMicros)));
        return table.markdown();
    }
}
