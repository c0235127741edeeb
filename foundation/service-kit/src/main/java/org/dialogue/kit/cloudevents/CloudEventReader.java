package org.dialogue.kit.cloudevents;

import java.time.DateTimeException;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.dialogue.ledger.LedgerEvent;
import org.dialogue.ledger.Origin;
import org.jspecify.annotations.Nullable;

/** Reads back what {@link CloudEventWriter} writes. */
public final class CloudEventReader {

    private CloudEventReader() {}

    /**
     * Reads one event, which names its origin.
     *
     * @param headers the record's headers
     * @param value the record's value
     * @return the event, byte for byte as its ledger holds it
     * @throws UnreadableRecord if anything is missing or malformed
     */
    public static LedgerEvent read(Headers headers, byte @Nullable [] value) {
        if (value == null) {
            throw new UnreadableRecord("the record has no value");
        }
        String version = Header.SPEC_VERSION.text(headers);
        if (!version.startsWith("1.")) {
            throw new UnreadableRecord("CloudEvents " + version + " is not understood");
        }
        CloudEventType type = CloudEventType.parse(Header.TYPE.text(headers));
        try {
            return new LedgerEvent(
                    Header.ID.text(headers),
                    type.name(),
                    type.revision(),
                    Header.AGGREGATE_TYPE.text(headers),
                    Header.SUBJECT.text(headers),
                    Header.SEQUENCE.number(headers),
                    Instant.parse(Header.TIME.text(headers)),
                    value,
                    Header.METADATA.bytes(headers),
                    new Origin(
                            Header.SOURCE.text(headers),
                            Header.POSITION.number(headers),
                            Instant.parse(Header.RECORDED_AT.text(headers))));
        } catch (IllegalArgumentException | DateTimeException invalid) {
            throw new UnreadableRecord(String.valueOf(invalid.getMessage()), invalid);
        }
    }

    /** {@return the trace in which the event was recorded, or null if it names none} */
    public static @Nullable String traceparent(Headers headers) {
        return Header.TRACEPARENT.isIn(headers) ? Header.TRACEPARENT.text(headers) : null;
    }
}
