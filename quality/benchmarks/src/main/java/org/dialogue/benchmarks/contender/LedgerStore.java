package org.dialogue.benchmarks.contender;

import com.mongodb.client.MongoDatabase;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.axon.LedgerEventStorageEngine;
import org.dialogue.ledger.axon.LedgerEventStore;

/** The ledger with its default settings. */
public final class LedgerStore implements AxonStore {

    /** The collection of its commits. */
    public static final String COLLECTION = "ledger";

    private final EventLedger ledger;
    private final LedgerEventStorageEngine engine;

    LedgerStore(MongoDatabase database) {
        this.ledger = EventLedger.open(database, COLLECTION);
        this.engine = LedgerEventStorageEngine.builder()
                .ledger(ledger)
                .eventSerializer(SERIALIZER)
                .build();
    }

    @Override
    public EventStorageEngine engine() {
        return engine;
    }

    @Override
    public EmbeddedEventStore newEventStore() {
        return new LedgerEventStore(EmbeddedEventStore.builder().storageEngine(engine), ledger);
    }

    @Override
    public void close() {
        ledger.close();
    }
}
