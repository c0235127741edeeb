package org.dialogue.kit.cloudevents;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.dialogue.events.MetadataKeys;
import org.dialogue.ledger.LedgerEvent;
import org.dialogue.ledger.RecordedEvent;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes recorded events as Kafka records. Key and subject are the aggregate's id, so all events of an aggregate stay in
 * order; the value is the payload and {@code ce_metadata} the metadata, byte for byte as stored.
 */
public final class CloudEventWriter {

    private static final JsonMapper METADATA = JsonMapper.builder().build();

    private final String topic;
    private final String source;

    /**
     * Writes for one topic.
     *
     * @param topic the full name of the topic, which has one partition
     * @param source the service that recorded the events
     */
    public CloudEventWriter(String topic, String source) {
        this.topic = topic;
        this.source = source;
    }

    /**
     * Writes one event.
     *
     * @param recorded the event with its place in history
     * @return the record to send
     */
    public ProducerRecord<byte[], byte[]> write(RecordedEvent recorded) {
        LedgerEvent event = recorded.event();
        byte[] key = event.aggregateId().getBytes(StandardCharsets.UTF_8);
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, key, event.payload());
        Headers headers = record.headers();
        Header.SPEC_VERSION.write(headers, "1.0");
        Header.ID.write(headers, event.id());
        Header.SOURCE.write(headers, source);
        Header.TYPE.write(headers, CloudEventType.of(event).toString());
        Header.SUBJECT.write(headers, event.aggregateId());
        Header.TIME.write(headers, event.timestamp().toString());
        Header.CONTENT_TYPE.write(headers, "application/json");
        Header.SEQUENCE.write(headers, Long.toString(event.sequence()));
        Header.POSITION.write(headers, Long.toString(recorded.position()));
        Header.RECORDED_AT.write(headers, recorded.recordedAt().toString());
        Header.METADATA.write(headers, event.metadata());
        Header.AGGREGATE_TYPE.write(headers, event.aggregateType());
        traceparent(event).ifPresent(value -> Header.TRACEPARENT.write(headers, value));
        return record;
    }

    /** Metadata that is no JSON has no trace to continue; it is sent as it is all the same. */
    private static Optional<String> traceparent(LedgerEvent event) {
        try {
            return METADATA.readTree(event.metadata())
                    .path(MetadataKeys.TRACEPARENT)
                    .stringValueOpt();
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }
}
