package org.dialogue.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.bson.BsonBinary;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinarySubType;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonReader;
import org.bson.BsonSerializationException;
import org.bson.BsonType;
import org.bson.RawBsonDocument;
import org.bson.io.ByteBufferBsonInput;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events of a commit straight from its bytes, whatever the order of the fields. Replays spend their time here, so
 * nothing is built but the events, and of those that are not wanted not even the payload is read.
 */
final class StoredEvents {

    private final Predicate<String> wantedAggregate;
    private final List<RecordedEvent> events = new ArrayList<>();
    private int passed;

    private StoredEvents(Predicate<String> wantedAggregate) {
        this.wantedAggregate = wantedAggregate;
    }

    /** All of them, in order. */
    static List<RecordedEvent> all(RawBsonDocument commit) {
        return new StoredEvents(aggregate -> true).read(commit);
    }

    /** Those of one aggregate, in order. */
    static List<RecordedEvent> ofAggregate(RawBsonDocument commit, String aggregateId) {
        return new StoredEvents(aggregateId::equals).read(commit);
    }

    private List<RecordedEvent> read(RawBsonDocument commit) {
        long first = 0;
        try {
            // These two stand apart from the events, and all events need them.
            first = CommitDocument.firstPosition(commit);
            Instant recordedAt = Instant.ofEpochMilli(
                    commit.getDateTime(CommitDocument.APPENDED_AT).getValue());
            readFields(commit, first, recordedAt);
            return events;
        } catch (BsonInvalidOperationException
                | BsonSerializationException
                | DateTimeException
                | IllegalArgumentException malformed) {
            throw new BrokenHistoryException(first + passed, malformed);
        }
    }

    private void readFields(RawBsonDocument commit, long first, Instant recordedAt) {
        try (BsonBinaryReader bson = new BsonBinaryReader(new ByteBufferBsonInput(commit.getByteBuffer()))) {
            bson.readStartDocument();
            while (bson.readBsonType() != BsonType.END_OF_DOCUMENT) {
                if (bson.readName().equals(CommitDocument.EVENTS)) {
                    readEvents(bson, first, recordedAt);
                    return;
                }
                bson.skipValue();
            }
        }
    }

    private void readEvents(BsonReader bson, long first, Instant recordedAt) {
        bson.readStartArray();
        while (bson.readBsonType() != BsonType.END_OF_DOCUMENT) {
            LedgerEvent event = readEvent(bson);
            if (event != null) {
                events.add(new RecordedEvent(first + passed, recordedAt, event));
            }
            passed++;
        }
        bson.readEndArray();
    }

    private @Nullable LedgerEvent readEvent(BsonReader bson) {
        Fields fields = new Fields();
        boolean wanted = true;
        bson.readStartDocument();
        while (bson.readBsonType() != BsonType.END_OF_DOCUMENT) {
            String name = bson.readName();
            if (!wanted) {
                bson.skipValue();
            } else {
                fields.read(name, bson);
                wanted = !name.equals(CommitDocument.AGGREGATE_ID) || wantedAggregate.test(fields.aggregateId());
            }
        }
        bson.readEndDocument();
        return wanted ? fields.event() : null;
    }

    private static byte[] bytes(BsonReader bson) {
        BsonBinary binary = bson.readBinaryData();
        if (binary.getType() != BsonBinarySubType.BINARY.getValue()) {
            throw new BsonInvalidOperationException("Binary of subtype " + binary.getType());
        }
        return binary.getData();
    }

    private static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw new BsonInvalidOperationException("There is no field " + field);
        }
        return value;
    }

    /** Every field must be there, and of its type; fields that the format does not know are passed over. */
    private static final class Fields {

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
    }
}
