package org.dialogue.benchmarks.section;

import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.RawBsonDocument;

/**
 * Decodes stored events and nothing else: strings, numbers and bytes become Java's, and are given to nobody. It is what
 * a reader of these documents has to do at the least.
 */
final class RawEvents {

    private final String arrayOfEvents;

    /** Where the JVM cannot know that nobody looks, so that decoding is not optimized away. */
    private volatile Object last = "";

    /**
     * @param arrayOfEvents the field of a document that holds its events; empty if the document itself is one
     */
    RawEvents(String arrayOfEvents) {
        this.arrayOfEvents = arrayOfEvents;
    }

    /** Decodes a document, and returns how many events it holds. */
    long decode(RawBsonDocument document) {
        try (BsonReader reader = document.asBsonReader()) {
            if (arrayOfEvents.isEmpty()) {
                readFields(reader);
                return 1;
            }
            long events = 0;
            reader.readStartDocument();
            while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
                if (reader.readName().equals(arrayOfEvents)) {
                    events = readEvents(reader);
                } else {
                    reader.skipValue();
                }
            }
            reader.readEndDocument();
            return events;
        }
    }

    private long readEvents(BsonReader reader) {
        long events = 0;
        reader.readStartArray();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            readFields(reader);
            events++;
        }
        reader.readEndArray();
        return events;
    }

    private void readFields(BsonReader reader) {
        Object value = "";
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            reader.skipName();
            switch (reader.getCurrentBsonType()) {
                case STRING -> value = reader.readString();
                case INT64 -> value = reader.readInt64();
                case BINARY -> value = reader.readBinaryData().getData();
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        last = value;
    }
}
