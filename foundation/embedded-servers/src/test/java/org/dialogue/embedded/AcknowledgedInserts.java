package org.dialogue.embedded;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import org.bson.Document;

/** Inserts documents without end, from several threads, and prints the id of each once it is acknowledged. */
final class AcknowledgedInserts {

    static final String DATABASE = "kill";
    static final String COLLECTION = "inserts";
    private static final int WRITERS = 4;

    private AcknowledgedInserts() {}

    /** Arguments: the data directory, the name of the round. */
    public static void main(String[] arguments) {
        var mongo = EmbeddedMongo.onDisk(Path.of(arguments[0]), 0);
        var client = MongoClients.create(mongo.connectionString());
        var collection = client.getDatabase(DATABASE).getCollection(COLLECTION);
        collection.createIndex(
                Indexes.ascending("events.aggregate", "events.sequence"), new IndexOptions().unique(true));
        collection.createIndex(Indexes.ascending("events.sequence", "_id"));
        collection.createIndex(Indexes.descending("writer"));
        var threads = Executors.newFixedThreadPool(WRITERS);
        for (int writer = 0; writer < WRITERS; writer++) {
            String aggregate = arguments[1] + "-" + writer;
            threads.execute(() -> insertForEver(collection, aggregate));
        }
    }

    private static void insertForEver(MongoCollection<Document> collection, String aggregate) {
        for (int sequence = 0; ; sequence++) {
            collection.insertOne(document(aggregate, sequence));
            System.out.println(aggregate + ":" + sequence);
        }
    }

    static Document document(String aggregate, int sequence) {
        return new Document("_id", aggregate + ":" + sequence)
                .append("events", java.util.List.of(new Document("aggregate", aggregate).append("sequence", sequence)))
                .append("writer", aggregate)
                .append("payload", "x".repeat(sequence % 9 == 8 ? 90_000 : 600));
    }
}
