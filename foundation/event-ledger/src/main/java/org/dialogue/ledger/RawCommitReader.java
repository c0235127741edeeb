package org.dialogue.ledger;

import static org.dialogue.ledger.EventFields.required;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonBinaryReader;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonReader;
import org.bson.BsonSerializationException;
import org.bson.BsonType;
import org.bson.RawBsonDocument;
import org.bson.io.ByteBufferBsonInput;
import org.jspecify.annotations.Nullable;

/**
 * Reads one commit from its bytes, in whatever order its fields are, and passes over fields that the format does not know.
 */
final class RawCommitReader {

    private final List<RawEvent> eventsSoFar = new ArrayList<>();
    private final Map<String, Long> origins = new HashMap<>();
    private @Nullable List<RawEvent> events;
    private @Nullable List<byte[]> frontier;
    private @Nullable Long newestTimestamp;
    private @Nullable Long treeSize;
    private byte @Nullable [] root;

    RawCommit read(RawBsonDocument stored) {
        try {
            // These two stand apart from the events, and all events need them.
            long firstPosition = stored.getInt64(CommitDocument.ID).getValue();
            long appendedAt = stored.getDateTime(CommitDocument.APPENDED_AT).getValue();
            try (BsonBinaryReader bson = new BsonBinaryReader(new ByteBufferBsonInput(stored.getByteBuffer()))) {
                readFields(bson, firstPosition, appendedAt);
            }
            return new RawCommit(
                    firstPosition,
                    required(events, CommitDocument.EVENTS),
                    appendedAt,
                    required(newestTimestamp, CommitDocument.NEWEST_TIMESTAMP),
                    required(treeSize, CommitDocument.TREE_SIZE),
                    required(root, CommitDocument.ROOT),
                    required(frontier, CommitDocument.FRONTIER),
                    origins);
        } catch (BsonInvalidOperationException | BsonSerializationException | IllegalArgumentException e) {
            throw new MalformedCommitException(e, events == null ? eventsSoFar.size() : 0);
        }
    }

    private void readFields(BsonReader bson, long firstPosition, long appendedAt) {
        bson.readStartDocument();
        while (bson.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (bson.readName()) {
                case CommitDocument.EVENTS -> readEvents(bson, firstPosition, appendedAt);
                case CommitDocument.NEWEST_TIMESTAMP -> newestTimestamp = bson.readDateTime();
                case CommitDocument.TREE_SIZE -> treeSize = bson.readInt64();
                case CommitDocument.ROOT -> root = EventFields.bytes(bson);
                case CommitDocument.FRONTIER -> frontier = readFrontier(bson);
                case CommitDocument.ORIGINS -> readOrigins(bson);
                default -> bson.skipValue();
            }
        }
        bson.readEndDocument();
    }

    private void readEvents(BsonReader bson, long firstPosition, long appendedAt) {
        bson.readStartArray();
        while (bson.readBsonType() != BsonType.END_OF_DOCUMENT) {
            eventsSoFar.add(readEvent(bson).rawEvent(firstPosition + eventsSoFar.size(), appendedAt));
        }
        bson.readEndArray();
        events = eventsSoFar;
    }

    private static EventFields readEvent(BsonReader bson) {
        EventFields fields = new EventFields();
        bson.readStartDocument();
        while (bson.readBsonType() != BsonType.END_OF_DOCUMENT) {
            fields.read(bson.readName(), bson);
        }
        bson.readEndDocument();
        return fields;
    }

    private static List<byte[]> readFrontier(BsonReader bson) {
        List<byte[]> frontier = new ArrayList<>();
        bson.readStartArray();
        while (bson.readBsonType() != BsonType.END_OF_DOCUMENT) {
            frontier.add(EventFields.bytes(bson));
        }
        bson.readEndArray();
        return frontier;
    }

    private void readOrigins(BsonReader bson) {
        bson.readStartArray();
        while (bson.readBsonType() != BsonType.END_OF_DOCUMENT) {
            String source = null;
            Long position = null;
            bson.readStartDocument();
            while (bson.readBsonType() != BsonType.END_OF_DOCUMENT) {
                switch (bson.readName()) {
                    case CommitDocument.SOURCE -> source = bson.readString();
                    case CommitDocument.POSITION -> position = bson.readInt64();
                    default -> bson.skipValue();
                }
            }
            bson.readEndDocument();
            origins.put(required(source, CommitDocument.SOURCE), required(position, CommitDocument.POSITION));
        }
        bson.readEndArray();
    }
}
