package org.dialogue.ledger.axon;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.Optional;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.dialogue.ledger.LedgerEvent;

/**
 * The latest snapshot of each aggregate. Snapshots are no history: the collection may be emptied at any time.
 */
final class SnapshotCollection {

    private static final int MOST_ATTEMPTS = 10;

    private static final String AGGREGATE_ID = "_id";
    private static final String SEQUENCE = "sequence";
    private static final String EVENT_ID = "id";
    private static final String NAME = "name";
    private static final String REVISION = "revision";
    private static final String AGGREGATE_TYPE = "aggregateType";
    private static final String TIMESTAMP = "timestamp";
    private static final String PAYLOAD = "payload";
    private static final String METADATA = "metadata";

    private final MongoCollection<BsonDocument> snapshots;

    SnapshotCollection(MongoDatabase database, String name) {
        this.snapshots = database.getCollection(name, BsonDocument.class)
                .withWriteConcern(WriteConcern.MAJORITY)
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
    }

    /**
     * Keeps whichever is later, this snapshot or the stored one.
     *
     * @throws MongoWriteException if the server refuses it, or others store snapshots all the time
     */
    void store(LedgerEvent snapshot) {
        Bson notLater = and(eq(AGGREGATE_ID, snapshot.aggregateId()), lte(SEQUENCE, snapshot.sequence()));
        for (int attempt = 1; ; attempt++) {
            try {
                snapshots.replaceOne(notLater, document(snapshot), new ReplaceOptions().upsert(true));
                return;
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY || attempt == MOST_ATTEMPTS) {
                    throw e;
                }
                // There is another snapshot: a later one, or an older one that was inserted at the same moment.
                if (hasOneFrom(snapshot.aggregateId(), snapshot.sequence())) {
                    return;
                }
            }
        }
    }

    Optional<LedgerEvent> find(String aggregateId) {
        return Optional.ofNullable(snapshots.find(eq(AGGREGATE_ID, aggregateId)).first())
                .map(SnapshotCollection::snapshot);
    }

    private boolean hasOneFrom(String aggregateId, long sequence) {
        return snapshots
                        .find(and(eq(AGGREGATE_ID, aggregateId), gte(SEQUENCE, sequence)))
                        .first()
                != null;
    }

    private static BsonDocument document(LedgerEvent snapshot) {
        return new BsonDocument()
                .append(AGGREGATE_ID, new BsonString(snapshot.aggregateId()))
                .append(AGGREGATE_TYPE, new BsonString(snapshot.aggregateType()))
                .append(SEQUENCE, new BsonInt64(snapshot.sequence()))
                .append(EVENT_ID, new BsonString(snapshot.id()))
                .append(NAME, new BsonString(snapshot.name()))
                .append(REVISION, new BsonString(snapshot.revision()))
                .append(TIMESTAMP, new BsonString(snapshot.timestamp().toString()))
                .append(PAYLOAD, new BsonBinary(snapshot.payload()))
                .append(METADATA, new BsonBinary(snapshot.metadata()));
    }

    private static LedgerEvent snapshot(BsonDocument document) {
        return LedgerEvent.ofAggregate(
                document.getString(EVENT_ID).getValue(),
                document.getString(NAME).getValue(),
                document.getString(REVISION).getValue(),
                document.getString(AGGREGATE_TYPE).getValue(),
                document.getString(AGGREGATE_ID).getValue(),
                document.getInt64(SEQUENCE).getValue(),
                Instant.parse(document.getString(TIMESTAMP).getValue()),
                document.getBinary(PAYLOAD).getData(),
                document.getBinary(METADATA).getData());
    }
}
