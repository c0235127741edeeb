package org.dialogue.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.dialogue.ledger.tree.Sha256;
import org.junit.jupiter.api.Test;

class LeafTest {

    private static final Instant RECORDED_AT = Instant.ofEpochMilli(1_689_125_401_002L);

    private static final LedgerEvent EVENT = LedgerEvent.ofAggregate(
            "e-1",
            "thing-done",
            "1",
            "Thing",
            "th\u00ed",
            2,
            Instant.parse("2023-07-12T01:30:00.250Z"),
            "{}".getBytes(UTF_8),
            new byte[0]);

    @Test
    void aLeafIsTheHashOfItsFieldsAsWrittenOutByHand() {
        String preimage = "00"
                + "00000003" + "652d31"
                + "0000000a" + "7468696e672d646f6e65"
                + "00000001" + "31"
                + "00000005" + "5468696e67"
                + "00000004" + "7468c3ad"
                + "00000008" + "0000000000000002"
                + "00000018" + "323032332d30372d31325430313a33303a30302e3235305a"
                + "00000008" + "0000018947b831aa"
                + "00000002" + "7b7d"
                + "00000000";

        byte[] expected = Sha256.start().digest(HexFormat.of().parseHex(preimage));

        assertThat(HexFormat.of().toHexDigits(RECORDED_AT.toEpochMilli())).isEqualTo("0000018947b831aa");
        assertThat(Leaf.hash(EVENT, RECORDED_AT)).isEqualTo(expected);
        assertThat(HexFormat.of().formatHex(expected))
                .as("the vector in docs/ledger-format.md")
                .isEqualTo("f9518f5e2f7e01e58d12fd9a93c9e8d1550647645c2036bc29a82ddde269de25");
        assertThat(new RecordedEvent(1, RECORDED_AT, EVENT).leaf()).isEqualTo(expected);
    }

    @Test
    void everyFieldCounts() {
        Instant time = EVENT.timestamp();
        byte[] payload = EVENT.payload();
        byte[] metadata = EVENT.metadata();
        List<byte[]> altered = List.of(
                Leaf.hash(EVENT, RECORDED_AT.plusMillis(1)),
                hash("e-2", "thing-done", "1", "Thing", "thí", 2, time, payload, metadata),
                hash("e-1", "thing-don", "1", "Thing", "thí", 2, time, payload, metadata),
                hash("e-1", "thing-done", "", "Thing", "thí", 2, time, payload, metadata),
                hash("e-1", "thing-done", "1", "Thin", "gthí", 2, time, payload, metadata),
                hash("e-1", "thing-done", "1", "Thing", "thi", 2, time, payload, metadata),
                hash("e-1", "thing-done", "1", "Thing", "thí", 3, time, payload, metadata),
                hash("e-1", "thing-done", "1", "Thing", "thí", 2, time.plusNanos(1), payload, metadata),
                hash("e-1", "thing-done", "1", "Thing", "thí", 2, time, new byte[] {'{'}, new byte[] {'}'}),
                hash("e-1", "thing-done", "1", "Thing", "thí", 2, time, payload, new byte[] {0}));

        assertThat(altered).doesNotContain(Leaf.hash(EVENT, RECORDED_AT)).doesNotHaveDuplicates();
    }

    @Test
    void theOriginIsNotPartOfTheLeaf() {
        LedgerEvent copy = EVENT.copiedFrom(new Origin("elsewhere", 1, RECORDED_AT));

        assertThat(Leaf.hash(copy, RECORDED_AT)).isEqualTo(Leaf.hash(EVENT, RECORDED_AT));
    }

    private static byte[] hash(
            String id,
            String name,
            String revision,
            String aggregateType,
            String aggregateId,
            long sequence,
            Instant timestamp,
            byte[] payload,
            byte[] metadata) {
        return Leaf.hash(
                LedgerEvent.ofAggregate(
                        id, name, revision, aggregateType, aggregateId, sequence, timestamp, payload, metadata),
                RECORDED_AT);
    }
}
