package org.dialogue.ledger;

import java.time.Instant;
import org.bson.BsonBinary;
import org.bson.BsonBinarySubType;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.jspecify.annotations.Nullable;

/**
 * What has been read of a stored event, in whatever order it was stored. Every field must be there, and of its type;
 * fields that the format does not know are passed over.
 */
final class EventFields {

    private @Nullable String id;
    private @Nullable String name;
    private @Nullable String revision;
    private @Nullable String aggregateType;
    private @Nullable String aggregateId;
    private @Nullable Long sequence;
    private @Nullable String timestamp;
    private byte @Nullable [] payload;
    private byte @Nullable [] metadata;
    private @Nullable Origin origin;

    /** Reads the value of the field whose name was read. */
    void read(String field, BsonReader bson) {
        switch (field) {
            case CommitDocument.EVENT_ID -> id = bson.readString();
            case CommitDocument.NAME -> name = bson.readString();
            case CommitDocument.REVISION -> revision = bson.readString();
            case CommitDocument.AGGREGATE_TYPE -> aggregateType = bson.readString();
            case CommitDocument.AGGREGATE_ID -> aggregateId = bson.readString();
            case CommitDocument.SEQUENCE -> sequence = bson.readInt64();
            case CommitDocument.TIMESTAMP -> timestamp = bson.readString();
            case CommitDocument.PAYLOAD -> payload = bytes(bson);
            case CommitDocument.METADATA -> metadata = bytes(bson);
            case CommitDocument.ORIGIN -> origin = readOrigin(bson);
            default -> bson.skipValue();
        }
    }

    String aggregateId() {
        return required(aggregateId, CommitDocument.AGGREGATE_ID);
    }

    /**
     * The event.
     *
     * @throws BsonInvalidOperationException if a field is missing
     * @throws java.time.DateTimeException if its timestamp is none
     */
    LedgerEvent event() {
        return new LedgerEvent(
                required(id, CommitDocument.EVENT_ID),
                required(name, CommitDocument.NAME),
                required(revision, CommitDocument.REVISION),
                required(aggregateType, CommitDocument.AGGREGATE_TYPE),
                aggregateId(),
                required(sequence, CommitDocument.SEQUENCE),
                Timestamps.parse(required(timestamp, CommitDocument.TIMESTAMP)),
                required(payload, CommitDocument.PAYLOAD),
                required(metadata, CommitDocument.METADATA),
                origin);
    }

    /**
     * The event exactly as it is stored.
     *
     * @throws BsonInvalidOperationException if a field is missing
     */
    RawEvent rawEvent(long position, long recordedAt) {
        return new RawEvent(
                position,
                required(id, CommitDocument.EVENT_ID),
                required(name, CommitDocument.NAME),
                required(revision, CommitDocument.REVISION),
                required(aggregateType, CommitDocument.AGGREGATE_TYPE),
                aggregateId(),
                required(sequence, CommitDocument.SEQUENCE),
                required(timestamp, CommitDocument.TIMESTAMP),
                recordedAt,
                required(payload, CommitDocument.PAYLOAD),
                required(metadata, CommitDocument.METADATA),
                origin);
    }

    private static Origin readOrigin(BsonReader bson) {
        String source = null;
        Long position = null;
        Long recordedAt = null;
        bson.readStartDocument();
        while (bson.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (bson.readName()) {
                case CommitDocument.SOURCE -> source = bson.readString();
                case CommitDocument.POSITION -> position = bson.readInt64();
                case CommitDocument.RECORDED_AT -> recordedAt = bson.readDateTime();
                default -> bson.skipValue();
            }
        }
        bson.readEndDocument();
        return new Origin(
                required(source, CommitDocument.SOURCE),
                required(position, CommitDocument.POSITION),
                Instant.ofEpochMilli(required(recordedAt, CommitDocument.RECORDED_AT)));
    }

    static byte[] bytes(BsonReader bson) {
        BsonBinary binary = bson.readBinaryData();
        if (binary.getType() != BsonBinarySubType.BINARY.getValue()) {
            throw new BsonInvalidOperationException("Binary of subtype " + binary.getType());
        }
        return binary.getData();
    }

    static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw new BsonInvalidOperationException("There is no field " + field);
        }
        return value;
    }
}
