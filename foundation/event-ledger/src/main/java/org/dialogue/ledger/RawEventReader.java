package org.dialogue.ledger;

import static org.dialogue.ledger.RawCommitReader.required;

import java.time.Instant;
import org.bson.BsonBinary;
import org.bson.BsonBinarySubType;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.jspecify.annotations.Nullable;

/**
 * Reads one event of a commit from its bytes. Every field must be there, and of its type.
 */
final class RawEventReader {

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

    RawEvent read(BsonReader bson, long position, long recordedAt) {
        bson.readStartDocument();
        while (bson.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (bson.readName()) {
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
        bson.readEndDocument();
        return new RawEvent(
                position,
                required(id, CommitDocument.EVENT_ID),
                required(name, CommitDocument.NAME),
                required(revision, CommitDocument.REVISION),
                required(aggregateType, CommitDocument.AGGREGATE_TYPE),
                required(aggregateId, CommitDocument.AGGREGATE_ID),
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
}
