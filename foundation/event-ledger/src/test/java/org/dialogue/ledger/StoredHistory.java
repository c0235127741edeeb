package org.dialogue.ledger;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.dialogue.ledger.tree.CompactRange;

/**
 * What somebody can do who has the password of the database.
 */
public final class StoredHistory {

    private final MongoCollection<BsonDocument> documents;

    public StoredHistory(MongoDatabase database, String collection) {
        this.documents = database.getCollection(collection, BsonDocument.class);
    }

    public BsonDocument document(long firstPosition) {
        return documents.find(Filters.eq("_id", firstPosition)).first();
    }

    public BsonDocument event(BsonDocument document, int index) {
        return document.getArray("events").get(index).asDocument();
    }

    public void alter(long firstPosition, Consumer<BsonDocument> change) {
        BsonDocument document = document(firstPosition);
        change.accept(document);
        documents.replaceOne(Filters.eq("_id", firstPosition), document);
    }

    public void alterEvent(long firstPosition, int index, String field, BsonValue value) {
        alter(firstPosition, document -> event(document, index).put(field, value));
    }

    public void delete(long firstPosition) {
        documents.deleteOne(Filters.eq("_id", firstPosition));
    }

    public void deleteFrom(long firstPosition) {
        documents.deleteMany(Filters.gte("_id", firstPosition));
    }

    public void insert(BsonDocument document) {
        documents.insertOne(document);
    }

    /** The events of the two trade places; all else stays. */
    public void swapEvents(long firstPosition, long otherFirstPosition) {
        BsonDocument one = document(firstPosition);
        BsonDocument other = document(otherFirstPosition);
        delete(firstPosition);
        delete(otherFirstPosition);
        BsonArray events = one.getArray("events");
        one.put("events", other.getArray("events"));
        other.put("events", events);
        insert(one);
        insert(other);
    }

    public void dropIndexes() {
        documents.dropIndexes();
    }

    /** Makes everything fit together again: positions, sizes, roots and frontiers. */
    public void hashAnew() {
        hashAnew(changed -> {});
    }

    /** The same, after the documents were changed as a list. */
    public void hashAnew(Consumer<List<BsonDocument>> change) {
        List<BsonDocument> all = documents.find().sort(Sorts.ascending("_id")).into(new ArrayList<>());
        change.accept(all);
        CompactRange tree = CompactRange.empty();
        for (BsonDocument document : all) {
            document.put("_id", new BsonInt64(tree.size() + 1));
            tree = hash(document, tree);
        }
        documents.deleteMany(Filters.empty());
        all.forEach(this::insert);
    }

    /** Makes one document fit its own events. */
    public void hashAnew(long firstPosition, CompactRange before) {
        alter(firstPosition, document -> hash(document, before));
    }

    public static void swap(List<BsonDocument> documents, int index, int other) {
        BsonValue time = documents.get(index).get("appendedAt");
        documents.get(index).put("appendedAt", documents.get(other).get("appendedAt"));
        documents.get(other).put("appendedAt", time);
        Collections.swap(documents, index, other);
    }

    private static CompactRange hash(BsonDocument document, CompactRange before) {
        List<RecordedEvent> events = StoredEvents.all(new RawBsonDocument(document, new BsonDocumentCodec()));
        CompactRange tree =
                before.append(events.stream().map(RecordedEvent::leaf).toList());
        document.put("treeSize", new BsonInt64(tree.size()));
        document.put("root", new BsonBinary(tree.root()));
        document.put(
                "frontier",
                new BsonArray(tree.frontier().stream().map(BsonBinary::new).toList()));
        return tree;
    }
}
