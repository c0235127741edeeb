package org.dialogue.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Holds a service to the description of its API that is committed beside it: what is served is what is committed, all
 * that {@link Caller} hears is as described, and all that is described was heard.
 */
public final class OpenApiContract {

    /**
     * Statuses that any operation may answer with, because of what stands before it: no token, an unacceptable type, a
     * body too large, a key used twice, a server in trouble. Each operation is described with them; each is tested once,
     * not for each operation.
     */
    static final Set<Integer> ANYWHERE = Set.of(401, 406, 413, 415, 422, 500, 503);

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
     * Insists that each operation has a summary, the roles it is for, what may come before it is reached, and examples
     * that its own schemas allow.
     *
     * @throws AssertionError naming what is missing or wrong
     */
    public static void verifyDescriptions() {
        List<String> problems = new ArrayList<>();
        for (DescribedApi.Operation operation : ApiTraffic.operations()) {
            if (operation.description().path("summary").asString("").isBlank()) {
                problems.add(operation + ": no summary");
            }
            if (!operation.description().path("x-roles").isArray()) {
                problems.add(operation + ": no roles");
            }
            Stream.concat(ANYWHERE.stream().map(String::valueOf), Stream.of("400"))
                    .filter(status -> !operation.statuses().contains(status))
                    .filter(status ->
                            !status.equals("422") || operation.method().equals("POST"))
                    .forEach(status -> problems.add(operation + ": no " + status));
            operation.problemsOfExamples().forEach(problem -> problems.add(operation + ": " + problem));
        }
        assertThat(problems).as("what the description lacks").isEmpty();
    }

    /**
     * Insists that whatever the tests of this run were answered was as described: status, content type and body.
     *
     * @throws AssertionError naming what was not
     */
    public static void verifyTraffic() {
        assertThat(ApiTraffic.wrong()).as("answers other than described").isEmpty();
    }

    /**
     * Insists that the tests of this run have seen every status that an operation is described with; of what a service
     * has from the kit, the kit's tests have. It says nothing of a run of some tests only.
     *
     * @throws AssertionError naming operations and statuses
     */
    public static void verifyAllSeen() {
        assumeThat(System.getProperty("it.test")).as("a run of all tests").isNull();
        assumeThat(ApiTraffic.isEmpty()).as("no test ran before").isFalse();
        assertThat(ApiTraffic.unseen())
                .as("described, but seen by no test: leave it out of the description, or test it")
                .isEmpty();
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
