package org.dialogue.ledger.checkpoint;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonBinary;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.dialogue.ledger.tree.TreeHead;

/**
 * The checkpoints of one ledger, and the public keys that signed them, kept for good. Written and read with the
 * consent of a majority, in two collections: the one named, and one more for the keys.
 *
 * <p>The note is what counts; origin and root are stored beside it for people who look. What the driver throws
 * ({@code MongoException}) passes through every method.
 */
public final class CheckpointCollection {

    private static final String KEYS = "_keys";
    private static final String SIZE = "_id";
    private static final String ORIGIN = "origin";
    private static final String ROOT = "root";
    private static final String NOTE = "note";
    private static final String ISSUED_AT = "issuedAt";
    private static final String KEY = "_id";
    private static final String FIRST_USED_AT = "firstUsedAt";

    private final MongoCollection<BsonDocument> checkpoints;
    private final MongoCollection<BsonDocument> keys;

    /**
     * @param database where the ledger is, or elsewhere
     * @param name of the collection of checkpoints; that of the keys is called the same with {@code _keys} behind it
     */
    public CheckpointCollection(MongoDatabase database, String name) {
        this.checkpoints = collection(database, name);
        this.keys = collection(database, name + KEYS);
    }

    /**
     * Keeps a checkpoint for good. Of one size only the first is kept.
     *
     * @return whether this is the one that is kept; false if another one of its size was there before
     */
    public boolean keep(IssuedCheckpoint issued) {
        TreeHead tree = issued.checkpoint().tree();
        BsonDocument document = new BsonDocument()
                .append(SIZE, new BsonInt64(tree.size()))
                .append(ORIGIN, new BsonString(issued.checkpoint().origin()))
                .append(ROOT, new BsonBinary(tree.root()))
                .append(NOTE, new BsonString(issued.note().text()))
                .append(ISSUED_AT, new BsonDateTime(issued.issuedAt().toEpochMilli()));
        // The driver may have tried twice: then the one in the way is this one.
        return insert(checkpoints, document)
                || ofSize(tree.size()).filter(issued::equals).isPresent();
    }

    /**
     * The checkpoint of the greatest size.
     *
     * @throws MalformedNoteException if what is stored is no checkpoint
     */
    public Optional<IssuedCheckpoint> latest() {
        return first(checkpoints.find().sort(descending(SIZE)));
    }

    /**
     * The checkpoint of one size.
     *
     * @throws MalformedNoteException if what is stored is no checkpoint
     */
    public Optional<IssuedCheckpoint> ofSize(long size) {
        return first(checkpoints.find(eq(SIZE, size)));
    }

    /**
     * Checkpoints of greater sizes, in order of size.
     *
     * @param size known already; 0 for none
     * @param limit greatest number of checkpoints, 1 or more
     * @throws MalformedNoteException if what is stored is no checkpoint
     */
    public List<IssuedCheckpoint> after(long size, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("A limit of %d reads nothing".formatted(limit));
        }
        return checkpoints
                .find(gt(SIZE, size))
                .sort(ascending(SIZE))
                .limit(limit)
                .map(CheckpointCollection::issued)
                .into(new ArrayList<>());
    }

    /**
     * Keeps a public key for good, so that what it signed can be verified when it is no longer in use. Does nothing if
     * it is kept already.
     *
     * @param firstUsedAt when it first signed
     */
    public void keepKey(VerifierKey key, Instant firstUsedAt) {
        insert(
                keys,
                new BsonDocument(KEY, new BsonString(key.text()))
                        .append(FIRST_USED_AT, new BsonDateTime(firstUsedAt.toEpochMilli())));
    }

    /**
     * All keys that were ever used, in the order of their first use.
     *
     * @throws IllegalArgumentException if what is stored is no key
     */
    public List<VerifierKey> keys() {
        return keys.find()
                .sort(ascending(FIRST_USED_AT, KEY))
                .map(key -> VerifierKey.parse(key.getString(KEY).getValue()))
                .into(new ArrayList<>());
    }

    /** Returns false if the id is taken. */
    private static boolean insert(MongoCollection<BsonDocument> collection, BsonDocument document) {
        try {
            collection.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    private static Optional<IssuedCheckpoint> first(FindIterable<BsonDocument> found) {
        return Optional.ofNullable(found.limit(1).first()).map(CheckpointCollection::issued);
    }

    private static IssuedCheckpoint issued(BsonDocument document) {
        IssuedCheckpoint issued = IssuedCheckpoint.of(
                SignedNote.parse(document.getString(NOTE).getValue()),
                Instant.ofEpochMilli(document.getDateTime(ISSUED_AT).getValue()));
        long size = document.getInt64(SIZE).getValue();
        if (issued.size() != size) {
            throw new MalformedNoteException(
                    "What is kept as the checkpoint at size %d is that at size %d".formatted(size, issued.size()));
        }
        return issued;
    }

    private static MongoCollection<BsonDocument> collection(MongoDatabase database, String name) {
        return database.getCollection(name, BsonDocument.class)
                .withWriteConcern(WriteConcern.MAJORITY)
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
    }
}
