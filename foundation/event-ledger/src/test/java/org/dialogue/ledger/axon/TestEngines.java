package org.dialogue.ledger.axon;

import com.mongodb.client.MongoDatabase;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.TestMongo;

/**
 * Engines on a database of their own.
 */
final class TestEngines {

    static final Serializer SERIALIZER = Jackson3Serializer.builder().build();

    private TestEngines() {}

    static LedgerEventStorageEngine.Builder on(MongoDatabase database) {
        return on(EventLedger.open(database, "events"));
    }

    static LedgerEventStorageEngine.Builder on(EventLedger ledger) {
        return LedgerEventStorageEngine.builder().ledger(ledger).eventSerializer(SERIALIZER);
    }

    static LedgerEventStorageEngine.Builder onFreshDatabase() {
        return on(TestMongo.freshDatabase());
    }
}
