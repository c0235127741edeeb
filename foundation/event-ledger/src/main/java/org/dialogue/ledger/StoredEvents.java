package org.dialogue.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.bson.BsonBinaryReader;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonReader;
import org.bson.BsonSerializationException;
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
    private int passed;

    private StoredEvents(Predicate<String> wantedAggregate) {
        this.wantedAggregate = wantedAggregate;
    }

    /**
     * All of them, in order.
     *
     * @throws MalformedCommitException if one of them cannot be read
     */
    static List<RecordedEvent> all(RawBsonDocument commit) {
        return new StoredEvents(aggregate -> true).read(commit);
    }

    /**
     * Those of one aggregate, in order.
     *
     * @throws MalformedCommitException if one of them cannot be read
     */
    static List<RecordedEvent> ofAggregate(RawBsonDocument commit, String aggregateId) {
        return new StoredEvents(aggregateId::equals).read(commit);
    }

    private List<RecordedEvent> read(RawBsonDocument commit) {
        try {
            return readFields(commit);
        } catch (BsonInvalidOperationException
                | BsonSerializationException
                | DateTimeException
                | IllegalArgumentException malformed) {
            throw new MalformedCommitException(malformed, passed);
        }
    }

    private List<RecordedEvent> readFields(RawBsonDocument commit) {
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
        EventFields fields = new EventFields();
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
}
