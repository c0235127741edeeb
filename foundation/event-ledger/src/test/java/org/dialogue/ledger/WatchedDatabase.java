package org.dialogue.ledger;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bson.BsonDocument;
import org.dialogue.embedded.TestServers;

/** A database nobody else uses, and the statements that are sent to it. */
public final class WatchedDatabase implements CommandListener, AutoCloseable {

    private final Queue<BsonDocument> statements = new ConcurrentLinkedQueue<>();
    private final MongoClient client = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(TestServers.mongoUri()))
            .addCommandListener(this)
            .build());
    private final MongoDatabase database;

    WatchedDatabase() {
        this(TestMongo.freshDatabase().getName());
    }

    /** One that is there already. It is dropped in the end like any other. */
    public WatchedDatabase(String name) {
        this.database = client.getDatabase(name);
    }

    public MongoDatabase database() {
        return database;
    }

    /** What has been sent since it was forgotten last. */
    List<BsonDocument> sent() {
        return List.copyOf(statements);
    }

    /** Of these the commands of that name. */
    public List<BsonDocument> sent(String command) {
        return statements.stream()
                .filter(statement -> statement.getFirstKey().equals(command))
                .toList();
    }

    void forget() {
        statements.clear();
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        // A copy, because the driver uses the original's memory again.
        statements.add(event.getCommand().clone());
    }

    @Override
    public void close() {
        database.drop();
        client.close();
    }
}
