package org.dialogue.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.axon.LedgerEventStorageEngine;
import org.dialogue.ledger.axon.LedgerEventStore;

/** The ledger with its default settings. */
final class LedgerStore implements Contender.Store {

    private final MongoClient client;
    private final MongoDatabase database;
    private final EventLedger ledger;
    private final LedgerEventStorageEngine engine;

    LedgerStore(String uri, String name) {
        this.client = MongoClients.create(uri);
        this.database = client.getDatabase(name);
        this.ledger = EventLedger.open(database, "ledger");
        this.engine = LedgerEventStorageEngine.builder()
                .ledger(ledger)
                .eventSerializer(Workload.SERIALIZER)
                .build();
    }

    @Override
    public void append(Workload.Event event) {
        engine.appendEvents(List.of(event.message()));
    }

    @Override
    public EventStore newEventStore() {
        return new LedgerEventStore(EmbeddedEventStore.builder().storageEngine(engine), ledger);
    }

    @Override
    public void drop() {
        database.drop();
    }

    @Override
    public void close() {
        ledger.close();
        client.close();
    }
}
