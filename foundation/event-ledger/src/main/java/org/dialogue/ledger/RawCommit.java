package org.dialogue.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonSerializationException;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/**
 * A commit exactly as it is stored, believed in nothing but its BSON types: the ledger's own reader trusts what the
 * ledger wrote, while this one serves those who do not.
 *
 * @param firstPosition what the document says in {@code _id}
 * @param events its events; their positions follow from {@code _id}
 * @param appendedAt milliseconds since the epoch
 * @param newestTimestamp milliseconds since the epoch
 * @param treeSize number of leaves, as the document says
 * @param root hash of the tree, as the document says
 * @param frontier hashes of its perfect subtrees, as the document says
 * @param origins greatest position copied from each source, as the document says
 */
record RawCommit(
        long firstPosition,
        List<RawEvent> events,
        long appendedAt,
        long newestTimestamp,
        long treeSize,
        byte[] root,
        List<byte[]> frontier,
        Map<String, Long> origins) {

    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

    /**
     * @throws MalformedCommitException if a field that the format asks for is missing or of another type
     */
    static RawCommit of(RawBsonDocument bytes) {
        try {
            BsonDocument stored = bytes.decode(CODEC);
            long firstPosition = stored.getInt64("_id").getValue();
            long appendedAt = stored.getDateTime("appendedAt").getValue();
            return new RawCommit(
                    firstPosition,
                    events(stored.getArray("events"), firstPosition, appendedAt),
                    appendedAt,
                    stored.getDateTime("newestTimestamp").getValue(),
                    stored.getInt64("treeSize").getValue(),
                    bytes(stored.getBinary("root")),
                    stored.getArray("frontier").stream()
                            .map(hash -> bytes(hash.asBinary()))
                            .toList(),
                    origins(stored));
        } catch (BsonInvalidOperationException | BsonSerializationException e) {
            throw new MalformedCommitException(e, 0);
        }
    }

    private static List<RawEvent> events(BsonArray stored, long firstPosition, long appendedAt) {
        List<RawEvent> events = new ArrayList<>(stored.size());
        for (BsonValue event : stored) {
            try {
                events.add(event(event.asDocument(), firstPosition + events.size(), appendedAt));
            } catch (BsonInvalidOperationException | IllegalArgumentException e) {
                throw new MalformedCommitException(e, events.size());
            }
        }
        return events;
    }

    private static RawEvent event(BsonDocument event, long position, long appendedAt) {
        return new RawEvent(
                position,
                text(event, "id"),
                text(event, "name"),
                text(event, "revision"),
                text(event, "aggregateType"),
                text(event, "aggregateId"),
                event.getInt64("sequence").getValue(),
                text(event, "timestamp"),
                appendedAt,
                bytes(event.getBinary("payload")),
                bytes(event.getBinary("metadata")),
                event.containsKey("origin") ? origin(event.getDocument("origin")) : null);
    }

    private static Origin origin(BsonDocument origin) {
        return new Origin(
                text(origin, "source"),
                origin.getInt64("position").getValue(),
                Instant.ofEpochMilli(origin.getDateTime("recordedAt").getValue()));
    }

    private static Map<String, Long> origins(BsonDocument stored) {
        Map<String, Long> origins = new HashMap<>();
        if (stored.containsKey("origins")) {
            for (BsonValue value : stored.getArray("origins")) {
                BsonDocument origin = value.asDocument();
                origins.put(text(origin, "source"), origin.getInt64("position").getValue());
            }
        }
        return origins;
    }

    private static String text(BsonDocument document, String field) {
        return document.getString(field).getValue();
    }

    private static byte[] bytes(BsonBinary binary) {
        if (binary.getType() != 0) {
            throw new BsonInvalidOperationException("Binary of subtype " + binary.getType());
        }
        return binary.getData();
    }
}
