package org.dialogue.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.bson.BsonBinaryReader;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.RawBsonDocument;
import org.bson.io.ByteBufferBsonInput;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events of a commit straight from its bytes. Replays spend their time here, so nothing is built but the events,
 * and of those that are not wanted not even the payload is read.
 */
final class StoredEvents {

    private final Predicate<String> wantedAggregate;
    private final List<RecordedEvent> events = new ArrayList<>();

    private StoredEvents(Predicate<String> wantedAggregate) {
        this.wantedAggregate = wantedAggregate;
    }

    static List<RecordedEvent> all(RawBsonDocument commit) {
        return new StoredEvents(aggregate -> true).read(commit);
    }

    static List<RecordedEvent> ofAggregate(RawBsonDocument commit, String aggregateId) {
        return new StoredEvents(aggregateId::equals).read(commit);
    }

    private List<RecordedEvent> read(RawBsonDocument commit) {
        // These two stand apart from the events, and all events need them.
        long first = CommitDocument.firstPosition(commit);
        Instant recordedAt = Instant.ofEpochMilli(
                commit.getDateTime(CommitDocument.APPENDED_AT).getValue());
        try (BsonBinaryReader bson = new BsonBinaryReader(new ByteBufferBsonInput(commit.getByteBuffer()))) {
            bson.readStartDocument();
            while (bson.readBsonType() != BsonType.END_OF_DOCUMENT) {
                if (bson.readName().equals(CommitDocument.EVENTS)) {
                    readEvents(bson, first, recordedAt);
                    return events;
                }
                bson.skipValue();
            }
            return events;
        }
    }

    private void readEvents(BsonReader bson, long first, Instant recordedAt) {
        bson.readStartArray();
        for (long position = first; bson.readBsonType() != BsonType.END_OF_DOCUMENT; position++) {
            LedgerEvent event = readEvent(bson);
            if (event != null) {
                events.add(new RecordedEvent(position, recordedAt, event));
            }
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
                wanted = !name.equals(CommitDocument.AGGREGATE_ID) || wantedAggregate.test(fields.aggregateId);
            }
        }
        bson.readEndDocument();
        return wanted ? fields.event() : null;
    }

    /** What has been read of an event, in whatever order it was stored. */
    private static final class Fields {

        private String id = "";
        private String name = "";
        private String revision = "";
        private String aggregateType = "";
        private String aggregateId = "";
        private long sequence;
        private Instant timestamp = Instant.MIN;
        private byte[] payload = {};
        private byte[] metadata = {};
        private @Nullable Origin origin;

        void read(String field, BsonReader bson) {
            switch (field) {
                case CommitDocument.EVENT_ID -> id = bson.readString();
                case CommitDocument.NAME -> name = bson.readString();
                case CommitDocument.REVISION -> revision = bson.readString();
                case CommitDocument.AGGREGATE_TYPE -> aggregateType = bson.readString();
                case CommitDocument.AGGREGATE_ID -> aggregateId = bson.readString();
                case CommitDocument.SEQUENCE -> sequence = bson.readInt64();
                case CommitDocument.TIMESTAMP -> timestamp = Timestamps.parse(bson.readString());
                case CommitDocument.PAYLOAD -> payload = bson.readBinaryData().getData();
                case CommitDocument.METADATA -> metadata = bson.readBinaryData().getData();
                case CommitDocument.ORIGIN -> origin = readOrigin(bson);
                default -> bson.skipValue();
            }
        }

        LedgerEvent event() {
            return new LedgerEvent(
                    id, name, revision, aggregateType, aggregateId, sequence, timestamp, payload, metadata, origin);
        }

        private static Origin readOrigin(BsonReader bson) {
            String source = "";
            long position = 0;
            Instant recordedAt = Instant.MIN;
            bson.readStartDocument();
            while (bson.readBsonType() != BsonType.END_OF_DOCUMENT) {
                switch (bson.readName()) {
                    case CommitDocument.SOURCE -> source = bson.readString();
                    case CommitDocument.POSITION -> position = bson.readInt64();
                    case CommitDocument.RECORDED_AT -> recordedAt = Instant.ofEpochMilli(bson.readDateTime());
                    default -> bson.skipValue();
                }
            }
            bson.readEndDocument();
            return new Origin(source, position, recordedAt);
        }
    }
}
