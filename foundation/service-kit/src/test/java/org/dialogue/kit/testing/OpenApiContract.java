package org.dialogue.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Holds a running service to the description of its API that is committed beside it. What its tests are answered is held to
 * it by {@link TrafficContract}.
 */
public final class OpenApiContract {

    private OpenApiContract() {}

    /**
     * Compares the served document with the committed one; with {@code -Dopenapi.update=true} writes it instead.
     *
     * @param served what {@code /v3/api-docs.yaml} answers
     * @param committed such as {@code Path.of("openapi.yaml")} in the module's directory
     * @throws AssertionError if they differ, or nothing is committed
     */
    public static void verify(String served, Path committed) {
        try {
            if (Boolean.getBoolean("openapi.update")) {
                Files.writeString(committed, normalised(served));
                return;
            }
            if (!Files.exists(committed)) {
                throw new AssertionError(committed + " is missing: " + HOW_TO);
            }
            String expected = normalised(Files.readString(committed));
            if (!expected.equals(normalised(served))) {
                throw new AssertionError(committed + " is not what is served, from "
                        + firstDifference(expected, normalised(served)) + ": " + HOW_TO);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Insists that every operation refuses a parameter that it is not described with.
     *
     * @param caller somebody to whom the doors that stand before the operations are open
     */
    public static void verifyUnknownParameters(Caller caller) {
        for (DescribedApi.Operation operation : ApiTraffic.operations()) {
            String path = operation.path().replaceAll("\\{[^}]*}", "1");
            caller.send(operation.method(), path + "?colour=red", "").expectInvalid("colour unknown-parameter");
        }
    }

    private static final String HOW_TO =
            "if the change is meant, run the test with -Dopenapi.update=true and commit it";

    private static String firstDifference(String expected, String actual) {
        String[] wanted = expected.split("\n", -1);
        String[] found = actual.split("\n", -1);
        for (int line = 0; line < Math.min(wanted.length, found.length); line++) {
            if (!wanted[line].equals(found[line])) {
                return "line " + (line + 1) + ": \"" + wanted[line].strip() + "\" became \"" + found[line].strip()
                        + "\"";
            }
        }
        return "line " + (Math.min(wanted.length, found.length) + 1);
    }

    private static String normalised(String yaml) {
        return yaml.replace("\r\n", "\n").stripTrailing() + "\n";
    }
}
