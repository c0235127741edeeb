package org.dialogue.auditor;

import static org.dialogue.auditor.ExitCode.ALTERED;
import static org.dialogue.auditor.ExitCode.NOT_PROVEN;
import static org.dialogue.auditor.ExitCode.UNREADABLE;
import static org.dialogue.auditor.ExitCode.USAGE;
import static org.dialogue.auditor.ExitCode.WHOLE;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A ledger of two events, and what can be proven of it. */
class ProofCheckTest {

    @TempDir
    Path folder;

    private final TestExport two = new TestExport();
    private final Map<String, Object> inclusion = new LinkedHashMap<>();
    private final Map<String, Object> consistency = new LinkedHashMap<>();
    private String ofOne;
    private String ofTwo;

    @BeforeEach
    void makeProofs() {
        two.events.addAll(List.of(TestExport.event(1), TestExport.event(2)));
        two.describe().sign(1, TestKey.LEDGER).sign(2, TestKey.LEDGER);
        ofOne = TestRun.file(folder, "one.txt", two.note(1));
        ofTwo = TestRun.file(folder, "two.txt", two.note(2));
        String first = TestExport.base64(TestTree.leaf(two.at(1)));
        String second = TestExport.base64(TestTree.leaf(two.at(2)));
        inclusion.putAll(Map.of("position", 2, "size", 2, "leaf", second, "path", List.of(first)));
        consistency.putAll(Map.of("from", 1, "to", 2, "path", List.of(second)));
    }

    @Test
    void anEventIsProvenToStandInTheLedger() {
        String event = TestRun.file(folder, "event.json", TestExport.JSON.writeValueAsString(two.at(2)));

        run(inclusion, "--checkpoint", ofTwo, "--event", event)
                .says(WHOLE, "PROVEN", "The event given stands at position 2 of the ledger 'example.org/ledger'.");
        run(inclusion, "--checkpoint", ofTwo).says(WHOLE, "The event with the leaf hash ");
    }

    @Test
    void anEventMayBeAsLongAsInAnExport() {
        two.at(2).put("payload", TestExport.base64(new byte[2_000_000]));
        two.describe().checkpoints.clear();
        two.sign(2, TestKey.LEDGER);
        inclusion.put("leaf", TestExport.base64(TestTree.leaf(two.at(2))));
        String event = TestRun.file(folder, "event.json", TestExport.JSON.writeValueAsString(two.at(2)) + "\r\n");
        String checkpoint = TestRun.file(folder, "large.txt", two.note(2));

        run(inclusion, "--checkpoint", checkpoint, "--event", event)
                .says(WHOLE, "The event given stands at position 2");
        run(inclusion, "--checkpoint", event).says(USAGE, "is larger than any");
    }

    @Test
    void anEventIsProvenToStandInTheLargestLedger() {
        for (JsonNode vector : Vectors.of("large-trees.json", "inclusion")) {
            long size = vector.get("size").asLong();
            String root = TestExport.base64(Vectors.bytes(vector.get("root")));
            String body = TestKey.ORIGIN + "\n" + size + "\n" + root + "\n";
            String checkpoint = TestRun.file(folder, "large.txt", body + "\n" + TestKey.LEDGER.sign(body));
            List<String> path = vector.get("path")
                    .valueStream()
                    .map(hash -> TestExport.base64(Vectors.bytes(hash)))
                    .toList();
            inclusion.putAll(Map.of(
                    "position",
                    vector.get("position").asLong(),
                    "size",
                    size,
                    "leaf",
                    TestExport.base64(Vectors.bytes(vector.get("leaf"))),
                    "path",
                    path));

            run(inclusion, "--checkpoint", checkpoint).says(vector.get("valid").asBoolean() ? WHOLE : ALTERED, "PRO");
        }
        for (String size : List.of("9223372036854775808", "18446744073709551617")) {
            inclusion.put("size", new BigInteger(size));
            run(inclusion, "--checkpoint", ofTwo).says(UNREADABLE, "the proof lacks 'size'");
        }
    }

    @Test
    void anotherEventIsNot() {
        String event = TestRun.file(folder, "event.json", TestExport.JSON.writeValueAsString(two.at(1)));

        run(inclusion, "--checkpoint", ofTwo, "--event", event)
                .says(ALTERED, "WRONG PROOF", "its leaf hash is another");
        inclusion.put("position", 1);
        run(inclusion, "--checkpoint", ofTwo).says(ALTERED, "WRONG PROOF", "does not lead to the root");
    }

    @Test
    void aLedgerIsProvenToHaveGrownOnly() {
        run(consistency, "--checkpoint", ofOne, "--checkpoint", ofTwo)
                .says(WHOLE, "Between the sizes 1 and 2 the ledger 'example.org/ledger' only grew.");

        two.at(1).put("payload", "");
        String other =
                TestRun.file(folder, "other.txt", two.rehash(TestKey.LEDGER).note(2));
        run(consistency, "--checkpoint", ofOne, "--checkpoint", other).says(ALTERED, "WRONG PROOF");
    }

    @Test
    void aCheckpointThatNoGivenKeySignedProvesNothing() {
        String forged =
                TestRun.file(folder, "forged.txt", two.rehash(TestKey.NEXT).note(2));

        run(inclusion, "--checkpoint", forged)
                .says(
                        NOT_PROVEN,
                        "RIGHT, BUT NOT PROVEN",
                        "the checkpoint of size 2 is signed by no key that you gave");
    }

    @Test
    void twoCheckpointsOfOneSizeAreToldApart() {
        two.at(1).put("payload", "");
        String other =
                TestRun.file(folder, "other.txt", two.rehash(TestKey.LEDGER).note(2));
        consistency.putAll(Map.of("from", 2, "to", 2, "path", List.of()));

        run(consistency, "--checkpoint", ofTwo, "--checkpoint", other).says(USAGE, "state different roots");
        run(consistency, "--checkpoint", ofTwo, "--checkpoint", ofTwo).says(WHOLE);
    }

    @Test
    void whatIsMissingOrUnreadableIsNamed() {
        run(inclusion, "--checkpoint", ofOne).says(USAGE, "The proof needs the checkpoint of size 2");
        run(consistency, "--checkpoint", ofOne, "--checkpoint", ofTwo, "--event", ofOne)
                .says(USAGE, "An event goes with a proof of inclusion");
        inclusion.put("path", new ArrayList<>(List.of(1)));
        run(inclusion, "--checkpoint", ofTwo).says(UNREADABLE, "the proof lacks 'path', or it is no array");
        inclusion.remove("leaf");
        run(inclusion, "--checkpoint", ofTwo).says(UNREADABLE, "the proof lacks 'from'");
    }

    private TestRun run(Map<String, Object> proof, String... options) {
        List<String> words = new ArrayList<>(List.of(options));
        words.addAll(List.of("--key", TestKey.LEDGER.vkey(), "--proof"));
        words.add(TestRun.file(folder, "proof.json", TestExport.JSON.writeValueAsString(proof)));
        return TestRun.of(words);
    }
}
