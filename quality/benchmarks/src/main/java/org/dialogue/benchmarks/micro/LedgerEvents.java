package org.dialogue.benchmarks.micro;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.dialogue.benchmarks.workload.Feed;
import org.dialogue.benchmarks.workload.NewEvent;
import org.dialogue.benchmarks.workload.Payloads;
import org.dialogue.ledger.LedgerEvent;

/** Events as the engine hands them to the ledger. */
final class LedgerEvents {

    private static final byte[] METADATA =
            "{\"actor\":\"4d1c8f0e-7f0a-4a52-9a51-0f3ad8a5f2c1\"}".getBytes(StandardCharsets.US_ASCII);

    private LedgerEvents() {}

    static List<LedgerEvent> some(int count) {
        Feed feed = new Feed();
        return LongStream.range(0, count)
                .mapToObj(number -> event(feed.next(1).get(0)))
                .toList();
    }

    private static LedgerEvent event(NewEvent event) {
        return LedgerEvent.ofAggregate(
                event.id(),
                "thing-done",
                "1",
                "Thing",
                event.aggregateId(),
                event.sequence(),
                Instant.now(),
                Payloads.anySerialized(),
                METADATA);
    }
}
