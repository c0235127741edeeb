package org.dialogue.reports.witness;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.dialogue.events.witness.AlarmKind;
import org.dialogue.ledger.tree.TreeHead;

/**
 * Every note that was ever heard, once, and what became of it. A note is in the book before Kafka is told that it was
 * taken, so none is lost; one that is heard again is in the book already.
 */
final class CheckpointBook {

    private static final String SOURCE = "source";
    private static final String NOTE = "note";
    private static final String PLACE = "place";
    private static final String HEARD_AT = "heardAt";
    private static final String STATE = "state";
    private static final String SIZE = "size";
    private static final String ROOT = "root";
    private static final String COSIGNED = "cosignedNote";
    private static final String JUDGED_AT = "judgedAt";
    private static final String KIND = "kind";
    private static final String ALARM = "alarmId";
    private static final String PARTS_AT = "partsAt";
    private static final String STILL = "stillSo";
    private static final String AGREED_THEN = "agreedThen";
    private static final String KEYS = "keys";

    private static final String WAITING = "WAITING";
    private static final String AGREED = "AGREED";
    private static final String REPEATED = "REPEATED";
    private static final String REFUSED = "REFUSED";

    private final MongoCollection<Document> notes;
    private final Clock clock;

    CheckpointBook(MongoDatabase database, Clock clock) {
        this.notes = database.getCollection("witness_checkpoints");
        this.clock = clock;
        notes.createIndex(ascending(SOURCE, STATE, SIZE));
        notes.createIndex(ascending(SOURCE, STATE, KIND, KEYS));
    }

    /**
     * Takes a note in.
     *
     * @param place where it lay on the topic, which is the order in which notes are judged
     * @return whether it is news
     */
    boolean hear(String source, String note, long place) {
        try {
            notes.insertOne(new Document("_id", Fingerprint.of(source, note))
                    .append(SOURCE, source)
                    .append(NOTE, note)
                    .append(PLACE, place)
                    .append(HEARD_AT, now())
                    .append(STATE, WAITING));
            return true;
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw failure;
        }
    }

    /** Notes of a source that are not judged, in the order of the topic. */
    List<HeardNote> waiting(String source) {
        return inOrder(source, eq(STATE, WAITING));
    }

    /**
     * Notes of a source that were refused because no known key had signed them, when other keys were believed than now, in
     * the order of the topic.
     *
     * @param keys fingerprint of the keys that are believed now
     */
    List<HeardNote> refusedUnderOtherKeys(String source, String keys) {
        return inOrder(source, and(eq(STATE, REFUSED), eq(KIND, AlarmKind.UNKNOWN_KEY.name()), ne(KEYS, keys)));
    }

    private List<HeardNote> inOrder(String source, Bson which) {
        return notes.find(and(eq(SOURCE, source), which))
                .sort(ascending(PLACE))
                .map(found -> new HeardNote(
                        found.getString("_id"),
                        source,
                        found.getString(NOTE),
                        instant(found, HEARD_AT),
                        found.getLong(AGREED_THEN)))
                .into(new ArrayList<>());
    }

    /** Notes what agreed. It ends what was amiss with the source before: the same finding again would be news. */
    void agreed(HeardNote heard, TreeHead tree, String note) {
        judged(
                heard,
                AGREED,
                combine(set(SIZE, tree.size()), set(ROOT, new Binary(tree.root())), set(COSIGNED, note), unset(STILL)));
        notes.updateMany(
                and(
                        eq(SOURCE, heard.source()),
                        eq(STATE, REFUSED),
                        eq(STILL, true),
                        lte(HEARD_AT, Date.from(heard.heardAt()))),
                unset(STILL));
    }

    void repeated(HeardNote heard) {
        judged(heard, REPEATED, unset(STILL));
    }

    /** Notes what was refused. */
    void refused(HeardNote heard, Refusal refusal) {
        judged(
                heard,
                REFUSED,
                combine(
                        set(KIND, refusal.kind().name()),
                        set(PARTS_AT, refusal.partsAt()),
                        set(ALARM, refusal.alarmId()),
                        set(AGREED_THEN, refusal.agreedThen()),
                        set(KEYS, refusal.keys()),
                        set(STILL, true)));
    }

    /** Has a refused note judged again. */
    void reopened(HeardNote refused) {
        notes.updateOne(eq("_id", refused.id()), set(STATE, WAITING));
    }

    /** Notes that a refused note has been held against other keys, and no key signed it. */
    void stillRefused(HeardNote refused, String keys) {
        notes.updateOne(eq("_id", refused.id()), set(KEYS, keys));
    }

    /** The alarm that was raised for the same finding since the ledger last agreed. */
    Optional<String> alarmFor(String source, AlarmKind kind, String partsAt) {
        return Optional.ofNullable(notes.find(and(
                                eq(SOURCE, source),
                                eq(STATE, REFUSED),
                                eq(STILL, true),
                                eq(KIND, kind.name()),
                                eq(PARTS_AT, partsAt)))
                        .first())
                .map(found -> found.getString(ALARM));
    }

    /** How many notes of a source were refused since it last agreed. */
    long refusedSinceAgreed(String source) {
        return notes.countDocuments(and(eq(SOURCE, source), eq(STATE, REFUSED), eq(STILL, true)));
    }

    /** All checkpoints of a source that agreed. */
    List<AgreedCheckpoint> agreed(String source) {
        return notes.find(and(eq(SOURCE, source), eq(STATE, AGREED)))
                .map(CheckpointBook::agreement)
                .into(new ArrayList<>());
    }

    /** Notes of a source that may be true, and the copy wrong or not as far: those that wait, and those that mismatched. */
    List<String> disputed(String source) {
        return inOrder(source, or(eq(STATE, WAITING), and(eq(STATE, REFUSED), eq(KIND, AlarmKind.MISMATCHED.name()))))
                .stream()
                .map(HeardNote::note)
                .toList();
    }

    Optional<AgreedCheckpoint> latestAgreed(String source) {
        return agreedTo(and(eq(SOURCE, source), eq(STATE, AGREED)));
    }

    Optional<AgreedCheckpoint> agreedOfSize(String source, long size) {
        return agreedTo(and(eq(SOURCE, source), eq(STATE, AGREED), eq(SIZE, size)));
    }

    private Optional<AgreedCheckpoint> agreedTo(Bson filter) {
        return Optional.ofNullable(notes.find(filter).sort(descending(SIZE)).first())
                .map(CheckpointBook::agreement);
    }

    private static AgreedCheckpoint agreement(Document found) {
        return new AgreedCheckpoint(
                new TreeHead(found.getLong(SIZE), found.get(ROOT, Binary.class).getData()),
                found.getString(COSIGNED),
                instant(found, JUDGED_AT));
    }

    private void judged(HeardNote heard, String state, Bson more) {
        notes.updateOne(eq("_id", heard.id()), combine(set(STATE, state), set(JUDGED_AT, now()), more));
    }

    private Date now() {
        return Date.from(clock.instant());
    }

    private static Instant instant(Document found, String field) {
        return found.getDate(field).toInstant();
    }
}
