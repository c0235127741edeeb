package org.dialogue.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;

/**
 * Events to append.
 */
public final class TestEvents {

    public static final Instant NOON = Instant.parse("2023-07-12T12:00:00.123456789Z");

    private TestEvents() {}

    public static LedgerEvent event(String aggregateId, long sequence) {
        return event(aggregateId, sequence, NOON);
    }

    public static LedgerEvent event(String aggregateId, long sequence, Instant timestamp) {
        return event(UUID.randomUUID().toString(), aggregateId, sequence, timestamp);
    }

    public static LedgerEvent event(String id, String aggregateId, long sequence, Instant timestamp) {
        return LedgerEvent.ofAggregate(
                id,
                "thing-done",
                "1",
                "Thing",
                aggregateId,
                sequence,
                timestamp,
                "{\"of\":\"%s\"}".formatted(aggregateId).getBytes(UTF_8),
                "{}".getBytes(UTF_8));
    }

    /** Events of one aggregate with sequences from 0. */
    public static List<LedgerEvent> events(String aggregateId, int count) {
        return LongStream.range(0, count)
                .mapToObj(sequence -> event(aggregateId, sequence))
                .toList();
    }
}
