package org.dialogue.reports.witness;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Which copy of history a database holds. A copy that was damaged is not mended, since what the service has signed of it
 * stands: a new one takes its place, in a database and under an origin of its own, and the former one is kept as evidence.
 */
final class CopyGeneration {

    private static final String SELF = "self";
    private static final String SUCCESSOR = "successor";
    private static final String DATABASE = "database";
    private static final String ORIGIN = "origin";
    private static final String READY = "ready";

    private final MongoDatabase database;
    private final MongoCollection<Document> marks;

    CopyGeneration(MongoDatabase database) {
        this.database = database;
        this.marks = database.getCollection("copy_generation");
    }

    /**
     * Insists that the service may work on this copy.
     *
     * @param origin the name under which the service signs
     * @throws IllegalStateException if another copy has taken its place, it was never finished, or it has another origin
     */
    void requireCurrent(String origin) {
        Document successor = find(SUCCESSOR);
        if (successor != null) {
            throw new IllegalStateException(
                    "The copy in %s was replaced. Set dialogue.mongodb.database=%s and ledger.origin=%s"
                            .formatted(database.getName(), successor.getString(DATABASE), successor.getString(ORIGIN)));
        }
        Document self = find(SELF);
        if (self != null && !self.getBoolean(READY, false)) {
            throw new IllegalStateException(
                    "The copy in %s was not finished: run renew-copy again".formatted(database.getName()));
        }
        if (self != null && !origin.equals(self.getString(ORIGIN))) {
            throw new IllegalStateException("The copy in %s is signed as %s: set ledger.origin to that"
                    .formatted(database.getName(), self.getString(ORIGIN)));
        }
    }

    /** {@return whether nothing was ever kept here, or a copying that was cut short} */
    boolean isFree() {
        Document self = find(SELF);
        return self == null ? database.listCollectionNames().first() == null : !self.getBoolean(READY, false);
    }

    void begins(String origin, String former, Instant at) {
        mark(new Document("_id", SELF)
                .append(ORIGIN, origin)
                .append("former", former)
                .append("begunAt", Date.from(at))
                .append(READY, false));
    }

    void isReady() {
        Document self = find(SELF);
        if (self == null) {
            throw new IllegalStateException("no copy was begun in " + database.getName());
        }
        mark(self.append(READY, true));
    }

    void isReplacedBy(String next, String origin, Instant at) {
        mark(new Document("_id", SUCCESSOR)
                .append(DATABASE, next)
                .append(ORIGIN, origin)
                .append("replacedAt", Date.from(at)));
    }

    private @Nullable Document find(String id) {
        return marks.find(eq("_id", id)).first();
    }

    private void mark(Document mark) {
        marks.replaceOne(eq("_id", mark.getString("_id")), mark, new ReplaceOptions().upsert(true));
    }
}
