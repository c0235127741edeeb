package org.dialogue.benchmarks.section;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.dialogue.benchmarks.Lab;
import org.dialogue.benchmarks.contender.AxonStore;
import org.dialogue.benchmarks.contender.BulkFilled;
import org.dialogue.benchmarks.contender.Contender;
import org.dialogue.benchmarks.measure.Writers;
import org.dialogue.benchmarks.workload.NewEvent;
import org.dialogue.benchmarks.workload.PastAggregates;
import org.dialogue.benchmarks.workload.PastAggregates.Aggregate;
import org.dialogue.benchmarks.workload.PastEvents;

/**
 * Stores with histories of some length, filled one event a commit: the ledger by 64 writers through its engine, so that
 * its documents hold what group commits make of that; axon-mongo in bulk, with the documents its engine would write.
 */
final class Histories {

    private static final int WRITERS = 64;
    private static final int OPEN_PER_WRITER = 8;
    private static final int BULK = 1_000;

    /**
     * axon-mongo reads by timestamp and carries the ids of the last second in its token. So its events are as far apart
     * as if its own engine had appended them, at about the greatest rate it reaches on two cores.
     */
    private static final Duration BETWEEN_BULK_EVENTS = Duration.ofNanos(333_000);

    private final Lab lab;

    Histories(Lab lab) {
        this.lab = lab;
    }

    /**
     * A filled store.
     *
     * @param contender whose
     * @param database where
     * @param store the store
     * @param asked how many events it should have
     * @param aggregates whose events it was filled with
     */
    record History(
            Contender<AxonStore> contender,
            MongoDatabase database,
            AxonStore store,
            long asked,
            List<Aggregate> aggregates)
            implements AutoCloseable {

        /** How many events it was filled with: fewer than asked for if time was up. */
        long events() {
            return aggregates.stream().mapToLong(Aggregate::events).sum();
        }

        @Override
        public void close() {
            store.close();
            database.drop();
        }
    }

    /** The histories of these sizes that a contender is fast enough for. */
    List<History> of(Contender<AxonStore> contender, List<Long> sizes) {
        return sizes.stream()
                .filter(size ->
                        contender == Contender.LEDGER || size <= lab.settings().slowHistory())
                .map(size -> filled(contender, size))
                .toList();
    }

    /**
     * A new store with a history. When the time for filling is up, no further aggregates are begun, and the history is
     * shorter than was asked for.
     */
    History filled(Contender<AxonStore> contender, long events) {
        MongoDatabase database = lab.freshDatabase();
        AxonStore store = contender.open(database);
        PastAggregates aggregates = PastAggregates.of(events);
        long begun = System.nanoTime();
        long deadline = begun + lab.settings().fillBound().toNanos();
        Supplier<Optional<Aggregate>> inTime =
                () -> System.nanoTime() < deadline ? aggregates.take() : Optional.empty();
        if (store instanceof BulkFilled bulk) {
            fillInBulk(bulk, inTime, events);
        } else {
            fillAsInLife(store, inTime, OPEN_PER_WRITER);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        History history = new History(contender, database, store, events, aggregates.taken());
        lab.progress(
                "%,d events filled into %s, %,.0f/s", history.events(), contender.name(), history.events() / seconds);
        return history;
    }

    /** One event a commit, by many writers through the engine. */
    static void fillAsInLife(AxonStore store, Supplier<Optional<Aggregate>> aggregates, int openPerWriter) {
        Callable<Boolean> writer = () -> {
            PastEvents events = new PastEvents(aggregates, openPerWriter, Instant::now);
            for (Optional<NewEvent> event = events.next(); event.isPresent(); event = events.next()) {
                store.append(List.of(event.get()));
            }
            return true;
        };
        Writers.inParallel(
                IntStream.range(0, WRITERS).mapToObj(number -> writer).toList());
    }

    private static void fillInBulk(BulkFilled store, Supplier<Optional<Aggregate>> aggregates, long events) {
        var clock = new Object() {
            Instant now = Instant.now().minus(BETWEEN_BULK_EVENTS.multipliedBy(events));

            Instant tick() {
                now = now.plus(BETWEEN_BULK_EVENTS);
                return now;
            }
        };
        PastEvents all = new PastEvents(aggregates, WRITERS * OPEN_PER_WRITER, clock::tick);
        List<NewEvent> batch = new ArrayList<>(BULK);
        for (Optional<NewEvent> event = all.next(); event.isPresent(); event = all.next()) {
            batch.add(event.get());
            if (batch.size() == BULK) {
                store.fill(batch);
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            store.fill(batch);
        }
    }
}
