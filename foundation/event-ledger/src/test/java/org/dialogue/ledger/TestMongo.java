package org.dialogue.ledger;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.UUID;
import org.dialogue.embedded.TestServers;

/**
 * One client for all tests of a run.
 */
public final class TestMongo {

    private static final MongoClient CLIENT = MongoClients.create(TestServers.mongoUri());

    private TestMongo() {}

    public static MongoClient client() {
        return CLIENT;
    }

    /** A database nobody else uses. */
    public static MongoDatabase freshDatabase() {
        return CLIENT.getDatabase("ledger_test_" + UUID.randomUUID().toString().replace("-", ""));
    }
}
