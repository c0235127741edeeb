package org.dialogue.benchmarks.contender;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.dialogue.benchmarks.workload.NewEvent;
import org.dialogue.benchmarks.workload.Payloads;

/**
 * The driver alone: what storing the same fields costs at the least. A document per event, payload and metadata
 * serialized beforehand. It checks no order and would leave gaps.
 */
final class RawStore implements Store {

    private static final byte[] METADATA = AxonStore.SERIALIZER
            .serialize(AxonStore.METADATA, String.class)
            .getData()
            .getBytes(StandardCharsets.UTF_8);

    private final MongoCollection<BsonDocument> events;
    private final AtomicLong position = new AtomicLong();

    RawStore(MongoDatabase database, boolean uniqueIndexes) {
        this.events = database.getCollection("raw", BsonDocument.class);
        if (uniqueIndexes) {
            events.createIndex(ascending("aggregateId", "sequence"), new IndexOptions().unique(true));
            events.createIndex(ascending("id"), new IndexOptions().unique(true));
        }
    }

    @Override
    public void append(List<NewEvent> commit) {
        if (commit.size() == 1) {
            events.insertOne(document(commit.get(0)));
        } else {
            events.insertMany(commit.stream().map(this::document).toList());
        }
    }

    private BsonDocument document(NewEvent event) {
        return new BsonDocument("_id", new BsonInt64(position.incrementAndGet()))
                .append("id", new BsonString(event.id()))
                .append("name", new BsonString("java.lang.String"))
                .append("revision", new BsonString(""))
                .append("aggregateType", new BsonString(AxonStore.AGGREGATE_TYPE))
                .append("aggregateId", new BsonString(event.aggregateId()))
                .append("sequence", new BsonInt64(event.sequence()))
                .append("timestamp", new BsonString(event.timestamp().toString()))
                .append("payload", new BsonBinary(Payloads.anySerialized()))
                .append("metadata", new BsonBinary(METADATA));
    }
}
