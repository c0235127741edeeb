package org.dialogue.kit.cloudevents;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;

/** The headers of a record: the attributes of the CloudEvent and our extensions. */
enum Header {
    SPEC_VERSION("ce_specversion"),
    ID("ce_id"),
    SOURCE("ce_source"),
    TYPE("ce_type"),
    SUBJECT("ce_subject"),
    TIME("ce_time"),
    CONTENT_TYPE("content-type"),
    SEQUENCE("ce_sequence"),
    POSITION("ce_position"),
    RECORDED_AT("ce_recordedat"),
    METADATA("ce_metadata"),
    AGGREGATE_TYPE("ce_aggregatetype"),
    TRACEPARENT("ce_traceparent");

    private final String key;

    Header(String key) {
        this.key = key;
    }

    void write(Headers headers, String value) {
        write(headers, value.getBytes(StandardCharsets.UTF_8));
    }

    void write(Headers headers, byte[] value) {
        headers.add(key, value);
    }

    boolean isIn(Headers headers) {
        return headers.lastHeader(key) != null;
    }

    byte[] bytes(Headers headers) {
        org.apache.kafka.common.header.Header header = headers.lastHeader(key);
        if (header == null || header.value() == null) {
            throw new UnreadableRecord("the header " + key + " is missing");
        }
        return header.value();
    }

    String text(Headers headers) {
        return new String(bytes(headers), StandardCharsets.UTF_8);
    }

    long number(Headers headers) {
        try {
            return Long.parseLong(text(headers));
        } catch (NumberFormatException invalid) {
            throw new UnreadableRecord("the header " + key + " is no number", invalid);
        }
    }
}
