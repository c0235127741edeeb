package org.dialogue.ledger.axon;

import static org.mockito.Mockito.spy;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStoreTest;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.utils.EventStoreTestUtils;
import org.axonframework.tracing.TestSpanFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/**
 * Axon's contract for event stores, with the ledger beneath.
 */
class EmbeddedEventStoreContractIT extends EmbeddedEventStoreTest {

    private static EmbeddedEventStore rehearsed;
    private static ExecutorService readers;
    private static long published;

    @BeforeAll
    static void openAnother() {
        rehearsed = EmbeddedEventStore.builder()
                .storageEngine(spy(TestEngines.onFreshDatabase().build()))
                .spanFactory(new TestSpanFactory())
                .build();
        readers = Executors.newCachedThreadPool();
    }

    @AfterAll
    static void closeIt() {
        readers.shutdownNow();
        rehearsed.shutDown();
    }

    @BeforeEach
    void awaitAQuietMoment() throws Exception {
        QuietMoment.await(EmbeddedEventStoreContractIT::handOverAnEvent);
    }

    /** To a reader who waits for it at the end of history, by way of the store's own thread. */
    private static boolean handOverAnEvent() throws Exception {
        try (TrackingEventStream stream = rehearsed.openStream(rehearsed.createHeadToken())) {
            stream.hasNextAvailable();
            Future<Boolean> read = readers.submit(() -> stream.hasNextAvailable(1, TimeUnit.SECONDS));
            rehearsed.publish(EventStoreTestUtils.createEvent(published++));
            return read.get();
        }
    }

    @Override
    public EventStorageEngine createStorageEngine() {
        return TestEngines.onFreshDatabase().build();
    }
}
