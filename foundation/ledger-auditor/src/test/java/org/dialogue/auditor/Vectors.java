package org.dialogue.auditor;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The test vectors beside the format's page, which the ledger's own tests run as well.
 */
public final class Vectors {

    private static final Path FOLDER = Path.of("..", "..", "docs", "ledger-format", "vectors");

    private Vectors() {}

    /** One list of a file; it must not be empty, or its tests would hold for nothing. */
    public static List<JsonNode> of(String file, String list) {
        JsonNode vectors = read(file).get(list);
        List<JsonNode> all = StreamSupport.stream(vectors.spliterator(), false).toList();
        if (all.isEmpty()) {
            throw new AssertionError(file + " holds no " + list);
        }
        return all;
    }

    /** A whole file. */
    public static JsonNode read(String file) {
        return new ObjectMapper().readTree(FOLDER.resolve(file).toFile());
    }

    /** The bytes that are written in hexadecimal. */
    public static byte[] bytes(JsonNode hex) {
        return HexFormat.of().parseHex(hex.asString());
    }
}
