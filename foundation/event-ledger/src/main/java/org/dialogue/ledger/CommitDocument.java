package org.dialogue.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.dialogue.ledger.tree.CompactRange;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of a commit, as {@code docs/ledger-format.md} lays it down. Stored history is never migrated: fields
 * may be added, none may change.
 */
final class CommitDocument {

    static final String ID = "_id";
    static final String EVENTS = "events";
    static final String APPENDED_AT = "appendedAt";
    static final String NEWEST_TIMESTAMP = "newestTimestamp";
    static final String TREE_SIZE = "treeSize";
    static final String EVENT_ID = "id";
    static final String AGGREGATE_ID = "aggregateId";
    static final String SEQUENCE = "sequence";

    private static final String WRITER = "writer";
    private static final String ROOT = "root";
    private static final String FRONTIER = "frontier";
    private static final String ORIGINS = "origins";
    private static final String NAME = "name";
    private static final String REVISION = "revision";
    private static final String AGGREGATE_TYPE = "aggregateType";
    private static final String TIMESTAMP = "timestamp";
    private static final String PAYLOAD = "payload";
    private static final String METADATA = "metadata";
    private static final String ORIGIN = "origin";
    private static final String SOURCE = "source";
    private static final String POSITION = "position";
    private static final String RECORDED_AT = "recordedAt";

    private CommitDocument() {}

    /**
     * @param tip the end of history once the events are in it
     * @param events the events of this commit
     * @param writer who appends
     */
    static BsonDocument of(Tip tip, List<LedgerEvent> events, String writer) {
        BsonDocument document = new BsonDocument()
                .append(ID, new BsonInt64(tip.firstPosition()))
                .append(
                        EVENTS,
                        new BsonArray(events.stream().map(CommitDocument::event).toList()))
                .append(APPENDED_AT, new BsonDateTime(tip.recordedAt()))
                .append(NEWEST_TIMESTAMP, new BsonDateTime(tip.newestTimestamp()))
                .append(WRITER, new BsonString(writer))
                .append(TREE_SIZE, new BsonInt64(tip.tree().size()))
                .append(ROOT, new BsonBinary(tip.tree().root()))
                .append(
                        FRONTIER,
                        new BsonArray(tip.tree().frontier().stream()
                                .map(BsonBinary::new)
                                .toList()));
        if (!tip.origins().isEmpty()) {
            document.append(ORIGINS, origins(tip.origins()));
        }
        return document;
    }

    /** Needs everything but the events themselves. */
    static Tip tip(BsonDocument document) {
        long size = document.getInt64(TREE_SIZE).getValue();
        List<byte[]> frontier = document.getArray(FRONTIER).stream()
                .map(hash -> hash.asBinary().getData())
                .toList();
        return new Tip(
                firstPosition(document),
                size,
                document.getDateTime(APPENDED_AT).getValue(),
                document.getDateTime(NEWEST_TIMESTAMP).getValue(),
                CompactRange.of(size, frontier),
                origins(document));
    }

    static long firstPosition(BsonDocument document) {
        return document.getInt64(ID).getValue();
    }

    static List<RecordedEvent> events(BsonDocument document) {
        Instant recordedAt =
                Instant.ofEpochMilli(document.getDateTime(APPENDED_AT).getValue());
        long position = firstPosition(document);
        List<RecordedEvent> events = new ArrayList<>();
        for (BsonValue event : document.getArray(EVENTS)) {
            events.add(new RecordedEvent(position++, recordedAt, event(event.asDocument())));
        }
        return events;
    }

    static List<String> eventIds(BsonDocument document) {
        return document.getArray(EVENTS).stream()
                .map(event -> event.asDocument().getString(EVENT_ID).getValue())
                .toList();
    }

    private static BsonDocument event(LedgerEvent event) {
        BsonDocument document = new BsonDocument()
                .append(EVENT_ID, new BsonString(event.id()))
                .append(NAME, new BsonString(event.name()))
                .append(REVISION, new BsonString(event.revision()))
                .append(AGGREGATE_TYPE, new BsonString(event.aggregateType()))
                .append(AGGREGATE_ID, new BsonString(event.aggregateId()))
                .append(SEQUENCE, new BsonInt64(event.sequence()))
                .append(TIMESTAMP, new BsonString(event.timestamp().toString()))
                .append(PAYLOAD, new BsonBinary(event.payload()))
                .append(METADATA, new BsonBinary(event.metadata()));
        Origin origin = event.origin();
        if (origin != null) {
            document.append(
                    ORIGIN,
                    new BsonDocument()
                            .append(SOURCE, new BsonString(origin.source()))
                            .append(POSITION, new BsonInt64(origin.position()))
                            .append(
                                    RECORDED_AT,
                                    new BsonDateTime(origin.recordedAt().toEpochMilli())));
        }
        return document;
    }

    private static LedgerEvent event(BsonDocument document) {
        return new LedgerEvent(
                document.getString(EVENT_ID).getValue(),
                document.getString(NAME).getValue(),
                document.getString(REVISION).getValue(),
                document.getString(AGGREGATE_TYPE).getValue(),
                document.getString(AGGREGATE_ID).getValue(),
                document.getInt64(SEQUENCE).getValue(),
                Instant.parse(document.getString(TIMESTAMP).getValue()),
                document.getBinary(PAYLOAD).getData(),
                document.getBinary(METADATA).getData(),
                origin(document));
    }

    private static @Nullable Origin origin(BsonDocument event) {
        if (!event.containsKey(ORIGIN)) {
            return null;
        }
        BsonDocument origin = event.getDocument(ORIGIN);
        return new Origin(
                origin.getString(SOURCE).getValue(),
                origin.getInt64(POSITION).getValue(),
                Instant.ofEpochMilli(origin.getDateTime(RECORDED_AT).getValue()));
    }

    /** A list, because a source's name may hold dots and dollars, which field names should not. */
    private static BsonArray origins(Map<String, Long> origins) {
        BsonArray array = new BsonArray();
        new TreeMap<>(origins)
                .forEach((source, position) -> array.add(new BsonDocument()
                        .append(SOURCE, new BsonString(source))
                        .append(POSITION, new BsonInt64(position))));
        return array;
    }

    private static Map<String, Long> origins(BsonDocument document) {
        Map<String, Long> origins = new HashMap<>();
        if (document.containsKey(ORIGINS)) {
            for (BsonValue origin : document.getArray(ORIGINS)) {
                origins.put(
                        origin.asDocument().getString(SOURCE).getValue(),
                        origin.asDocument().getInt64(POSITION).getValue());
            }
        }
        return Map.copyOf(origins);
    }
}
