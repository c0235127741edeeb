package org.dialogue.ledger;

import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import java.util.List;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;

/**
 * The indexes of a ledger's collection. Two of them keep ids and sequences unique, and serve what is asked by them; two
 * serve what is asked by time.
 */
final class CommitIndexes {

    static final String EVENT_ID = CommitDocument.EVENTS + "." + CommitDocument.EVENT_ID;
    static final String AGGREGATE_ID = CommitDocument.EVENTS + "." + CommitDocument.AGGREGATE_ID;
    static final String SEQUENCE = CommitDocument.EVENTS + "." + CommitDocument.SEQUENCE;

    /** Name of the index by aggregate and sequence. */
    static final String BY_SEQUENCE = "aggregate_sequence";

    private CommitIndexes() {}

    /** Does nothing where the indexes exist. */
    static void createIn(MongoCollection<RawBsonDocument> commits) {
        commits.createIndexes(List.of(
                unique(BY_SEQUENCE, ascending(AGGREGATE_ID, SEQUENCE)),
                unique("event_id", ascending(EVENT_ID)),
                index("appended_at", ascending(CommitDocument.APPENDED_AT, CommitDocument.ID)),
                index("newest_timestamp", ascending(CommitDocument.NEWEST_TIMESTAMP, CommitDocument.ID))));
    }

    private static IndexModel unique(String name, Bson keys) {
        return new IndexModel(keys, new IndexOptions().name(name).unique(true));
    }

    private static IndexModel index(String name, Bson keys) {
        return new IndexModel(keys, new IndexOptions().name(name));
    }
}
