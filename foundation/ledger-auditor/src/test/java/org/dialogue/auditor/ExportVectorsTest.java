package org.dialogue.auditor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Whole exports beside the format's page, sound and not, and what is to be said of each. */
class ExportVectorsTest {

    private static final String FILE = "exports.json";
    private static final JsonNode SOUND = Vectors.read(FILE).get("files");

    @TempDir
    Path folder;

    static Stream<Arguments> cases() {
        return cases(FILE);
    }

    static Stream<Arguments> archives() {
        return cases("archives.json");
    }

    private static Stream<Arguments> cases(String file) {
        return Vectors.of(file, "cases").stream()
                .map(vector -> Arguments.of(vector.get("name").asString(), vector));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theVerdictIsThatOfThePage(String name, JsonNode vector) {
        check(TestExport.zip(files(vector), folder), vector);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("archives")
    void theVerdictOnAnArchiveIsThatOfThePage(String name, JsonNode vector) throws IOException {
        byte[] archive = Base64.getDecoder().decode(vector.get("archive").asString());
        check(Files.write(folder.resolve("export.zip"), archive), vector);
    }

    private void check(Path export, JsonNode vector) {
        TestRun run = TestRun.of(export, given(vector));

        assertThat(run.code().number())
                .as(run.toString())
                .isEqualTo(vector.get("exit").asInt());
        if (vector.has("wrong")) {
            assertThat(run.out()).contains("First wrong " + place(vector.get("wrong")) + "\n");
        }
        assertThat(run.err()).doesNotContain("Exception", "\tat ");
    }

    private static String place(JsonNode wrong) {
        long from = wrong.get("from").asLong();
        long to = wrong.get("to").asLong();
        if (wrong.get("what").asString().equals("checkpoint")) {
            return "checkpoint: of size " + to;
        }
        return from == to ? "position: " + to : "position: between %d and %d".formatted(from, to);
    }

    private static Map<String, byte[]> files(JsonNode vector) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        SOUND.forEachEntry((name, text) -> files.put(name, text.asString().getBytes(UTF_8)));
        vector.get("files").forEachEntry((name, text) -> {
            if (text.isNull()) {
                files.remove(name);
            } else {
                files.put(name, text.asString().getBytes(UTF_8));
            }
        });
        return files;
    }

    private String[] given(JsonNode vector) {
        List<String> words = new ArrayList<>();
        for (JsonNode key : vector.get("keys")) {
            words.addAll(
                    List.of(key.asString().startsWith("example.org/witness+") ? "--witness" : "--key", key.asString()));
        }
        for (JsonNode note : vector.get("checkpoints")) {
            String file = "kept-%d.txt".formatted(words.size());
            words.addAll(List.of("--checkpoint", TestRun.file(folder, file, note.asString())));
        }
        return words.toArray(String[]::new);
    }
}
