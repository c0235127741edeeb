package org.dialogue.reports.witness;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Which copy of history a database holds. A copy that was damaged is not mended, since what the service has signed of it
 * stands: a new one takes its place, in a database and under an origin of its own, and the former one is kept as evidence.
 */
final class CopyGeneration {

    private static final String MARKS = "copy_generation";
    private static final String SELF = "self";
    private static final String SUCCESSOR = "successor";
    private static final String DATABASE = "database";
    private static final String ORIGIN = "origin";
    private static final String FORMER = "former";
    private static final String READY = "ready";

    private final MongoDatabase database;
    private final MongoCollection<Document> marks;

    CopyGeneration(MongoDatabase database) {
        this.database = database;
        this.marks = database.getCollection(MARKS);
    }

    /**
     * Insists that the service may work on this copy. One that is being replaced stays in use until the new one is ready:
     * that the new one becomes ready is a single write, so that at any moment exactly one of them can be worked on.
     *
     * @param origin the name under which the service signs
     * @param databases finds the database in which the copy was made anew
     * @throws IllegalStateException if another copy has taken its place, it was never finished, or it has another origin
     */
    void requireCurrent(String origin, Function<String, MongoDatabase> databases) {
        Document successor = find(SUCCESSOR);
        if (successor != null && !isUnfinished(databases.apply(successor.getString(DATABASE)))) {
            throw new IllegalStateException(
                    "The copy in %s was replaced. Set dialogue.mongodb.database=%s and ledger.origin=%s"
                            .formatted(database.getName(), successor.getString(DATABASE), successor.getString(ORIGIN)));
        }
        if (isUnfinished(database)) {
            throw new IllegalStateException(
                    "The copy in %s was not finished: run renew-copy again".formatted(database.getName()));
        }
        Document self = find(SELF);
        if (self != null && !origin.equals(self.getString(ORIGIN))) {
            throw new IllegalStateException("The copy in %s is signed as %s: set ledger.origin to that"
                    .formatted(database.getName(), self.getString(ORIGIN)));
        }
    }

    /** {@return whether nothing was ever kept here, or a copying that was cut short} */
    boolean isFree() {
        return isUnfinished(database) || database.listCollectionNames().first() == null;
    }

    /** {@return whether the copy that was made anew from a former one is ready} */
    boolean isMadeFrom(String former, String origin) {
        Document self = find(SELF);
        return self != null
                && self.getBoolean(READY, false)
                && former.equals(self.getString(FORMER))
                && origin.equals(self.getString(ORIGIN));
    }

    /** Begins from nothing. It is marked as unfinished first, so that no remains of it are ever taken for a copy. */
    void begins(String origin, String former, Instant at) {
        mark(new Document("_id", SELF)
                .append(ORIGIN, origin)
                .append(FORMER, former)
                .append("begunAt", Date.from(at))
                .append(READY, false));
        List<String> remains = database.listCollectionNames().into(new ArrayList<>());
        remains.remove(marks.getNamespace().getCollectionName());
        remains.forEach(collection -> database.getCollection(collection).drop());
    }

    /** From now on this copy is worked on, and the former one no longer. */
    void isReady() {
        Document self = find(SELF);
        if (self == null) {
            throw new IllegalStateException("no copy was begun in " + database.getName());
        }
        mark(self.append(READY, true));
    }

    /** Names the copy that takes the place of this one as soon as it is ready. */
    void isReplacedBy(String next, String origin, Instant at) {
        mark(new Document("_id", SUCCESSOR)
                .append(DATABASE, next)
                .append(ORIGIN, origin)
                .append("replacedAt", Date.from(at)));
    }

    private static boolean isUnfinished(MongoDatabase copy) {
        Document self = copy.getCollection(MARKS).find(eq("_id", SELF)).first();
        return self != null && !self.getBoolean(READY, false);
    }

    private @Nullable Document find(String id) {
        return marks.find(eq("_id", id)).first();
    }

    private void mark(Document mark) {
        marks.replaceOne(eq("_id", mark.getString("_id")), mark, new ReplaceOptions().upsert(true));
    }
}
