package org.dialogue.quality.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A data directory that an earlier build has written, and what that build said about it.
 *
 * @param name of the files in {@code data-directories/}
 * @param answers what an auditor was answered, by service and path, such as {@code reporting /api/reports/coverage?limit=100}
 */
public record EarlierData(String name, Map<String, JsonNode> answers) {

    private static final String FOLDER = "/data-directories/";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** {@return what is kept under this name} */
    public static EarlierData of(String name) {
        try (InputStream file = open(name + ".json")) {
            var answers = new TreeMap<String, JsonNode>();
            JSON.readTree(file).properties().forEach(answer -> answers.put(answer.getKey(), answer.getValue()));
            return new EarlierData(name, answers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Unpacks the data directory; its keys, which are published test vectors, are readable by their owner only. */
    public void unpackTo(Path directory) {
        try (ZipInputStream zip = new ZipInputStream(open(name + ".zip"))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = directory.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
                if (entry.getName().startsWith("keys/")) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack " + name, e);
        }
    }

    /**
     * What was recorded by then.
     *
     * @param service its name without {@code -service}
     * @return size and root of its ledger's tree
     */
    public JsonNode tree(String service) {
        return Objects.requireNonNull(answers.get(service + " /api/ledger/tree"));
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(EarlierData.class.getResourceAsStream(FOLDER + file), file + " is missing");
    }
}
