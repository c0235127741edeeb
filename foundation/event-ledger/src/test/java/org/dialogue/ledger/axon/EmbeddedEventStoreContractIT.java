package org.dialogue.ledger.axon;

import static org.mockito.Mockito.spy;

import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStoreTest;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.utils.EventStoreTestUtils;
import org.axonframework.tracing.TestSpanFactory;
import org.junit.jupiter.api.BeforeAll;

/**
 * Axon's contract for event stores, with the ledger beneath.
 */
class EmbeddedEventStoreContractIT extends EmbeddedEventStoreTest {

    private static final int ROUNDS_TO_WARM_UP = 20;

    /**
     * One test allows 100 ms from opening a stream to reading from it: what a process does for the first time must not
     * count.
     */
    @BeforeAll
    static void warmUp() throws InterruptedException {
        EmbeddedEventStore store = EmbeddedEventStore.builder()
                .storageEngine(spy(TestEngines.onFreshDatabase().build()))
                .spanFactory(new TestSpanFactory())
                .build();
        try {
            for (int round = 0; round < ROUNDS_TO_WARM_UP; round++) {
                try (TrackingEventStream stream = store.openStream(store.createHeadToken())) {
                    store.publish(EventStoreTestUtils.createEvent(round));
                    stream.nextAvailable();
                }
            }
        } finally {
            store.shutDown();
        }
    }

    @Override
    public EventStorageEngine createStorageEngine() {
        return TestEngines.onFreshDatabase().build();
    }
}
