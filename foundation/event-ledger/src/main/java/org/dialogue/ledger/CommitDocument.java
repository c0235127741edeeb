package org.dialogue.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.bson.BsonBinary;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.BsonWriter;
import org.bson.RawBsonDocument;
import org.bson.io.BasicOutputBuffer;
import org.dialogue.ledger.tree.CompactRange;

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
    static final String ROOT = "root";
    static final String FRONTIER = "frontier";
    static final String ORIGINS = "origins";
    static final String NAME = "name";
    static final String REVISION = "revision";
    static final String AGGREGATE_TYPE = "aggregateType";
    static final String TIMESTAMP = "timestamp";
    static final String PAYLOAD = "payload";
    static final String METADATA = "metadata";
    static final String ORIGIN = "origin";
    static final String SOURCE = "source";
    static final String POSITION = "position";
    static final String RECORDED_AT = "recordedAt";

    /** Room for all but the events; the buffer grows if it is not enough. */
    private static final int USUAL_OVERHEAD = 2_048;

    /** Type, index and end of an element of an array. */
    private static final int USUAL_KEY = 8;

    private CommitDocument() {}

    /**
     * @param head the end of history once the events are in it
     * @param events the events of this commit, which are copied as they were encoded
     * @param writer who appends
     */
    static RawBsonDocument of(LedgerHead head, List<PreparedEvent> events, String writer) {
        int size = USUAL_OVERHEAD;
        for (PreparedEvent event : events) {
            size += event.length() + USUAL_KEY;
        }
        try (BasicOutputBuffer buffer = new BasicOutputBuffer(size);
                BsonBinaryWriter bson = new BsonBinaryWriter(buffer)) {
            bson.writeStartDocument();
            bson.writeInt64(ID, head.firstPosition());
            bson.writeStartArray(EVENTS);
            for (PreparedEvent event : events) {
                event.copyTo(bson);
            }
            bson.writeEndArray();
            bson.writeDateTime(APPENDED_AT, head.recordedAt());
            bson.writeDateTime(NEWEST_TIMESTAMP, head.newestTimestamp());
            bson.writeString(WRITER, writer);
            bson.writeInt64(TREE_SIZE, head.tree().size());
            bson.writeBinaryData(ROOT, new BsonBinary(head.tree().root()));
            bson.writeStartArray(FRONTIER);
            head.tree().frontier().forEach(hash -> bson.writeBinaryData(new BsonBinary(hash)));
            bson.writeEndArray();
            if (!head.origins().isEmpty()) {
                writeOrigins(bson, head.origins());
            }
            bson.writeEndDocument();
            return new RawBsonDocument(buffer.getInternalBuffer(), 0, buffer.getPosition());
        }
    }

    /** Needs everything but the events themselves. */
    static LedgerHead head(BsonDocument document) {
        long size = document.getInt64(TREE_SIZE).getValue();
        List<byte[]> frontier = document.getArray(FRONTIER).stream()
                .map(hash -> hash.asBinary().getData())
                .toList();
        return new LedgerHead(
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

    static long lastPosition(BsonDocument document) {
        return document.getInt64(TREE_SIZE).getValue();
    }

    static List<String> eventIds(BsonDocument document) {
        return document.getArray(EVENTS).stream()
                .map(event -> event.asDocument().getString(EVENT_ID).getValue())
                .toList();
    }

    /** Needs aggregates and sequences only. */
    static OptionalLong lastSequence(BsonDocument document, String aggregateId) {
        return document.getArray(EVENTS).stream()
                .map(BsonValue::asDocument)
                .filter(event -> event.getString(AGGREGATE_ID).getValue().equals(aggregateId))
                .mapToLong(event -> event.getInt64(SEQUENCE).getValue())
                .max();
    }

    static void writeEvent(BsonWriter bson, LedgerEvent event) {
        bson.writeStartDocument();
        bson.writeString(EVENT_ID, event.id());
        bson.writeString(NAME, event.name());
        bson.writeString(REVISION, event.revision());
        bson.writeString(AGGREGATE_TYPE, event.aggregateType());
        bson.writeString(AGGREGATE_ID, event.aggregateId());
        bson.writeInt64(SEQUENCE, event.sequence());
        bson.writeString(TIMESTAMP, event.timestamp().toString());
        bson.writeBinaryData(PAYLOAD, new BsonBinary(event.payload()));
        bson.writeBinaryData(METADATA, new BsonBinary(event.metadata()));
        Origin origin = event.origin();
        if (origin != null) {
            bson.writeStartDocument(ORIGIN);
            bson.writeString(SOURCE, origin.source());
            bson.writeInt64(POSITION, origin.position());
            bson.writeDateTime(RECORDED_AT, origin.recordedAt().toEpochMilli());
            bson.writeEndDocument();
        }
        bson.writeEndDocument();
    }

    /** A list, because a source's name may hold dots and dollars, which field names should not. */
    private static void writeOrigins(BsonWriter bson, Map<String, Long> origins) {
        bson.writeStartArray(ORIGINS);
        new TreeMap<>(origins).forEach((source, position) -> {
            bson.writeStartDocument();
            bson.writeString(SOURCE, source);
            bson.writeInt64(POSITION, position);
            bson.writeEndDocument();
        });
        bson.writeEndArray();
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
