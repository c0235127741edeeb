package org.dialogue.ledger.axon;

import org.axonframework.eventsourcing.eventstore.EmbeddedEventStoreTest;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.utils.EventStoreTestUtils;

/**
 * Axon's contract for event stores, with the ledger beneath.
 */
class EmbeddedEventStoreContractTest extends EmbeddedEventStoreTest {

    @Override
    public EventStorageEngine createStorageEngine() {
        LedgerEventStorageEngine engine = TestEngines.onFreshDatabase().build();
        warmUp();
        return engine;
    }

    /** One test allows 100 ms from the first append of the process to its reading: class loading must not count. */
    private static void warmUp() {
        LedgerEventStorageEngine other = TestEngines.onFreshDatabase().build();
        other.appendEvents(EventStoreTestUtils.createEvent());
        other.readEvents(null, false).count();
    }
}
