package org.dialogue.auditor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dialogue.ledger.tree.CompactRange;
import org.dialogue.ledger.tree.ConsistencyProof;
import org.dialogue.ledger.tree.InclusionProof;
import org.dialogue.ledger.tree.SubtreeRoots;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The examples of the README, word for word, on the export of the format's vectors. */
class ReadmeIT {

    /** Servers and other programs that the examples use: each copies what is there already. */
    private static final String OTHERS = """
            set -e
            curl() { for word; do test "$before" = -o && file=$word; before=$word; done; cp "served/$file" "$file"; }
            unzip() { test "$1 $2" = "-p export.zip" && cat "served/$3"; }
            """;

    @TempDir
    Path folder;

    private String readme;

    @BeforeEach
    void prepare() throws IOException {
        readme = Files.readString(Path.of("README.md"));
        Files.copy(Path.of("target", "ledger-auditor.jar"), folder.resolve("ledger-auditor.jar"));
        Map<String, byte[]> files = new LinkedHashMap<>();
        JsonNode vectors = Vectors.read("exports.json").get("files");
        vectors.forEachEntry((name, text) -> files.put(name, text.asString().getBytes(UTF_8)));
        Path served = Files.createDirectory(folder.resolve("served"));
        TestExport.zip(files, served);
        String[] checkpoints = vectors.get("checkpoints.ndjson").asString().split("\n");
        Files.writeString(folder.resolve("ledger-key.txt"), TestKey.LEDGER.vkey() + "\n");
        Files.writeString(folder.resolve("march.txt"), note(checkpoints[0]));
        Files.writeString(served.resolve("june.txt"), note(checkpoints[1]));
        Files.write(served.resolve("events.ndjson"), files.get("events.ndjson"));
        List<byte[]> leaves = vectors.get("events.ndjson")
                .asString()
                .lines()
                .map(line -> TestTree.leaf(event(line)))
                .toList();
        SubtreeRoots roots = (from, to) -> CompactRange.empty()
                .append(leaves.subList((int) from, (int) to))
                .root();
        InclusionProof inclusion = InclusionProof.of(5, 7, roots);
        ConsistencyProof consistency = ConsistencyProof.of(3, 7, roots);
        Files.writeString(
                served.resolve("inclusion.json"),
                TestExport.JSON.writeValueAsString(Map.of(
                        "position",
                        5,
                        "size",
                        7,
                        "leaf",
                        TestExport.base64(inclusion.leaf()),
                        "path",
                        base64(inclusion.path()))));
        Files.writeString(
                served.resolve("consistency.json"),
                TestExport.JSON.writeValueAsString(Map.of("from", 3, "to", 7, "path", base64(consistency.path()))));
    }

    @Test
    void theExamplesWorkAndSayWhatIsPrinted() throws Exception {
        List<String> blocks = Stream.of(readme.split("(?m)^```$\n?"))
                .filter(block -> block.startsWith("curl ") || block.startsWith("Ledger "))
                .toList();
        assertThat(blocks).hasSize(3);

        assertThat(run(blocks.get(0))).isEqualTo(blocks.get(1));
        assertThat(run(blocks.get(2))).isEqualTo("""
                        PROVEN
                          The event given stands at position 5 of the ledger 'example.org/ledger'.
                        PROVEN
                          Between the sizes 3 and 7 the ledger 'example.org/ledger' only grew.
                        """);
    }

    @Test
    void allVerdictsAndExitCodesAreListed() {
        for (ExitCode code : ExitCode.values()) {
            assertThat(readme).containsPattern("(?m)^\\| .* \\| (64, )?%d\\b.* \\|".formatted(code.number()));
        }
    }

    /** Runs a block, which must end with 0, and gives back what it printed. */
    private String run(String block) throws IOException, InterruptedException {
        Path printed = folder.resolve("printed.txt");
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", OTHERS + block)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(printed.toFile());
        bash.environment()
                .merge(
                        "PATH",
                        Path.of(System.getProperty("java.home"), "bin").toString(),
                        (path, java) -> java + ":" + path);
        Process process = bash.start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        String text = Files.readString(printed);
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }

    private static String note(String line) {
        return TestExport.JSON.readTree(line).get("note").asString();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> event(String line) {
        return TestExport.JSON.readValue(line, Map.class);
    }

    private static List<String> base64(List<byte[]> hashes) {
        return Arrays.stream(hashes.toArray(byte[][]::new))
                .map(TestExport::base64)
                .toList();
    }
}
