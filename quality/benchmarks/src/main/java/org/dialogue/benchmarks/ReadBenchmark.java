package org.dialogue.benchmarks;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Reads a history that {@link Benchmarks} has filled before. Payloads are not deserialized. */
@State(Scope.Benchmark)
@Fork(1)
public class ReadBenchmark {

    static final String HISTORY = "history";

    /** Who stores. */
    @Param
    public Contender contender = Contender.LEDGER;

    /** How many events are stored. */
    @Param("100000")
    public long events;

    @SuppressWarnings("NullAway.Init")
    private Contender.Store store;

    @SuppressWarnings("NullAway.Init")
    private EventStore aggregates;

    /** Opens the store. */
    @Setup
    public void open() {
        store = contender.open(System.getProperty(contender.property()), HISTORY);
        aggregates = store.newEventStore();
    }

    /** All events, through the stream that event processors read. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.SECONDS)
    @Warmup(iterations = 6)
    @Measurement(iterations = 5)
    public long replay() throws InterruptedException {
        EventStore reading = store.newEventStore();
        try (BlockingStream<TrackedEventMessage<?>> stream = reading.openStream(null)) {
            for (long read = 0; read < events; read++) {
                if (!stream.hasNextAvailable(60, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("The stream ends after %d events".formatted(read));
                }
                stream.nextAvailable();
            }
        } finally {
            shutDown(reading);
        }
        return events;
    }

    /** The 10 events of one aggregate, picked at random. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    @Warmup(iterations = 1, time = 8)
    @Measurement(iterations = 1, time = 5)
    public long load() {
        long number = ThreadLocalRandom.current().nextLong(events / Workload.EVENTS_OF_AN_AGGREGATE);
        DomainEventStream stream = aggregates.readEvents(Workload.aggregate(number));
        long read = 0;
        while (stream.hasNext()) {
            stream.next();
            read++;
        }
        if (read != Workload.EVENTS_OF_AN_AGGREGATE) {
            throw new IllegalStateException("%d events read of aggregate %d".formatted(read, number));
        }
        return read;
    }

    /** Closes the store. */
    @TearDown
    public void close() {
        shutDown(aggregates);
        store.close();
    }

    private static void shutDown(EventStore reading) {
        if (reading instanceof EmbeddedEventStore embedded) {
            embedded.shutDown();
        }
    }
}
