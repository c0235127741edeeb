package org.dialogue.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.dialogue.ledger.TestMongo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Two engines on one collection, as in two processes, with many writers, and tails through Axon's own store.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ConcurrentEnginesTest {

    private static final int WRITERS = 8;
    private static final int EVENTS_EACH = 20;
    private static final int POLL_MILLIS = 20;

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final List<EmbeddedEventStore> stores = IntStream.range(0, 2)
            .mapToObj(i -> EmbeddedEventStore.builder()
                    .storageEngine(TestEngines.on(database).build())
                    .fetchDelay(POLL_MILLIS)
                    .build())
            .toList();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        stores.forEach(EmbeddedEventStore::shutDown);
        threads.shutdownNow();
        database.drop();
    }

    @Test
    void tailsOfBothStoresSeeEveryEventOnceAndInOrder() throws Exception {
        Set<String> stored = ConcurrentHashMap.newKeySet();
        List<Future<List<String>>> tails = new ArrayList<>();
        for (EmbeddedEventStore store : stores) {
            tails.add(threads.submit(() -> tail(store, WRITERS * EVENTS_EACH)));
        }
        List<Callable<Void>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            EmbeddedEventStore store = stores.get(writer % stores.size());
            // Two rivals for each aggregate, one in each process.
            String aggregate = "shared-" + writer / stores.size();
            writers.add(() -> {
                int written = 0;
                while (written < EVENTS_EACH) {
                    long next = store.lastSequenceNumberFor(aggregate).orElse(-1L) + 1;
                    var event = new GenericDomainEventMessage<>("Thing", aggregate, next, "x");
                    try {
                        store.publish(event);
                        stored.add(event.getIdentifier());
                        written++;
                    } catch (ConcurrencyException | AggregateStreamCreationException rivalWasFaster) {
                        // Try again after the rival.
                        continue;
                    }
                }
                return null;
            });
        }
        for (Future<Void> writer : threads.invokeAll(writers)) {
            writer.get();
        }

        for (Future<List<String>> tail : tails) {
            List<String> seen = tail.get();
            assertThat(new HashSet<>(seen)).isEqualTo(stored).hasSize(WRITERS * EVENTS_EACH);
            assertThat(seen).isEqualTo(tails.get(0).get());
        }
    }

    private static List<String> tail(EmbeddedEventStore store, int until) throws Exception {
        List<String> seen = new ArrayList<>();
        TrackingToken last = new GlobalSequenceTrackingToken(0);
        try (var stream = store.openStream(null)) {
            while (seen.size() < until) {
                TrackedEventMessage<?> event = Reader.next(stream);
                assertThat(event.trackingToken())
                        .isEqualTo(new GlobalSequenceTrackingToken(
                                ((GlobalSequenceTrackingToken) last).getGlobalIndex() + 1));
                last = event.trackingToken();
                seen.add(event.getIdentifier());
            }
        }
        return seen;
    }
}
