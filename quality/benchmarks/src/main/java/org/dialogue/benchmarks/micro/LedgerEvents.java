package org.dialogue.benchmarks.micro;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.dialogue.benchmarks.Workload;
import org.dialogue.ledger.LedgerEvent;

/** Events as the engine hands them to the ledger. */
final class LedgerEvents {

    private static final byte[] METADATA =
            "{\"actor\":\"4d1c8f0e-7f0a-4a52-9a51-0f3ad8a5f2c1\"}".getBytes(StandardCharsets.US_ASCII);

    private LedgerEvents() {}

    static List<LedgerEvent> some(int count) {
        String aggregate = Workload.id();
        return LongStream.range(0, count)
                .mapToObj(sequence -> LedgerEvent.ofAggregate(
                        Workload.id(),
                        "thing-done",
                        "1",
                        "Thing",
                        aggregate,
                        sequence,
                        Instant.now(),
                        Workload.serializedPayload(),
                        METADATA))
                .toList();
    }
}
