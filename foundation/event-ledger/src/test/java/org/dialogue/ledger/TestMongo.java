package org.dialogue.ledger;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.util.UUID;

/**
 * One server for all tests of a run: the one named by MONGODB_URI, else an embedded one.
 */
public final class TestMongo {

    private static final MongoClient CLIENT = MongoClients.create(uri());

    private TestMongo() {}

    public static MongoClient client() {
        return CLIENT;
    }

    /** A database nobody else uses. */
    public static MongoDatabase freshDatabase() {
        return CLIENT.getDatabase("ledger_test_" + UUID.randomUUID().toString().replace("-", ""));
    }

    private static String uri() {
        String uri = System.getenv("MONGODB_URI");
        if (uri != null && !uri.isBlank()) {
            return uri;
        }
        MongoServer server = new MongoServer(H2Backend.inMemory());
        var address = server.bind();
        return "mongodb://" + address.getHostString() + ":" + address.getPort();
    }
}
