package org.dialogue.kit.consuming;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.dialogue.kit.cloudevents.CloudEventReader;
import org.dialogue.kit.cloudevents.UnreadableRecord;
import org.dialogue.ledger.LedgerEvent;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka record as it is parked: all its bytes, whatever they are.
 *
 * @param topic where it lay
 * @param partition where it lay
 * @param offset where it lay
 * @param headers by key; of several values the last
 * @param key the record's key
 * @param value the record's value
 */
public record RawRecord(
        String topic,
        int partition,
        long offset,
        Map<String, byte[]> headers,
        byte @Nullable [] key,
        byte @Nullable [] value) {

    static RawRecord of(ConsumerRecord<byte[], byte[]> record) {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        record.headers()
                .forEach(header -> headers.put(header.key(), header.value() == null ? new byte[0] : header.value()));
        return new RawRecord(
                record.topic(), record.partition(), record.offset(), headers, record.key(), record.value());
    }

    /**
     * Reads the event.
     *
     * @throws UnreadableRecord if it is none
     */
    ReceivedEvent read() {
        Headers recordHeaders = new RecordHeaders();
        headers.forEach(recordHeaders::add);
        LedgerEvent event = CloudEventReader.read(recordHeaders, value);
        if (event.origin() == null) {
            throw new IllegalStateException("a received event names its origin");
        }
        return new ReceivedEvent(event.origin(), event, CloudEventReader.traceparent(recordHeaders));
    }

    /** {@return where it lay, such as {@code nghe-an.dialogue.events-0@17}} */
    String place() {
        return topic + "-" + partition + "@" + offset;
    }
}
