package org.dialogue.kit.testing;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.JsonNode;

/**
 * Who may do what: one table of every operation of a service and everybody who might try it, in {@code access.md} of the
 * module. A cell is {@code yes} where the door opens, whatever the state of things then allows, else the refusal:
 * {@code 401}, {@code 403} or {@code 404}. An operation that the table lacks fails the build, and so does a row about none.
 */
public final class AccessMatrix {

    private static final Path FILE = Path.of("access.md");
    private static final List<Integer> REFUSALS = List.of(401, 403, 404);

    private final List<String> columns;
    private final Map<String, List<String>> rows;

    private AccessMatrix(List<String> columns, Map<String, List<String>> rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /**
     * The tests of the module's table. With {@code -Daccess.update=true} they write it instead, for people to judge.
     *
     * @param callers who tries, by column: the order of a new table
     * @param address gives the path to try, from an operation such as {@code POST /api/questions/{id}/group}: with its
     *     placeholders filled by what exists, and a query if one is needed
     * @param body gives the JSON to send, from the operation and the example of the description; empty for none
     */
    public static Stream<DynamicTest> tests(Map<String, Caller> callers, Function<String, String> address, Body body) {
        if (Boolean.getBoolean("access.update")) {
            return Stream.of(DynamicTest.dynamicTest("the table is written anew", () -> write(callers, address, body)));
        }
        AccessMatrix table = read();
        List<String> operations = ApiTraffic.operations().stream()
                .map(DescribedApi.Operation::toString)
                .sorted()
                .toList();
        return Stream.of(
                        Stream.of(DynamicTest.dynamicTest("every operation and everybody is in the table", () -> {
                            assertThat(table.rows.keySet()).containsExactlyInAnyOrderElementsOf(operations);
                            assertThat(table.columns).containsExactlyElementsOf(callers.keySet());
                        })),
                        ApiTraffic.operations().stream()
                                .filter(operation -> table.rows.containsKey(operation.toString()))
                                .map(operation -> DynamicTest.dynamicTest(
                                        operation.toString(),
                                        () -> assertThat(outcomes(operation, callers, address, body))
                                                .containsExactlyEntriesOf(table.row(operation.toString())))),
                        ApiTraffic.operations().stream()
                                .map(operation -> DynamicTest.dynamicTest(
                                        operation + " is refused in order",
                                        () -> callers.values()
                                                .forEach(caller -> provoke(operation, caller, address, body)))))
                .flatMap(tests -> tests);
    }

    /** Asks for what is not there, sends what is no JSON, and knows an old version: everybody gets an orderly answer. */
    private static void provoke(
            DescribedApi.Operation operation, Caller caller, Function<String, String> address, Body body) {
        String method = operation.method();
        String json = method.equals("GET") ? "" : body.of(operation.toString(), operation.example());
        List<Reply> replies = new ArrayList<>();
        if (operation.path().contains("{")) {
            replies.add(caller.send(method, operation.path().replaceAll("\\{[^}]*}", "no-such-thing"), json));
        }
        if (operation.description().has("requestBody")) {
            replies.add(caller.send(method, address.apply(operation.toString()), "{"));
        }
        if (operation.statuses().contains("412")) {
            replies.add(caller.send(method, address.apply(operation.toString()), json, "If-Match", "\"999999\""));
        }
        assertThat(replies).extracting(Reply::status).allMatch(status -> status >= 400 && status < 500);
    }

    /** What to send. */
    @FunctionalInterface
    public interface Body {

        /**
         * The JSON for an operation.
         *
         * @param operation such as {@code POST /api/questions}
         * @param example what the description shows
         */
        String of(String operation, JsonNode example);
    }

    private Map<String, String> row(String operation) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), rows.getOrDefault(operation, List.of()).get(i));
        }
        return row;
    }

    private static Map<String, String> outcomes(
            DescribedApi.Operation operation,
            Map<String, Caller> callers,
            Function<String, String> address,
            Body body) {
        Map<String, String> outcomes = new LinkedHashMap<>();
        callers.forEach((name, caller) -> {
            String path = address.apply(operation.toString());
            Reply reply = operation.method().equals("GET")
                    ? caller.get(path)
                    : caller.send(operation.method(), path, body.of(operation.toString(), operation.example()));
            outcomes.put(name, REFUSALS.contains(reply.status()) ? String.valueOf(reply.status()) : "yes");
        });
        return outcomes;
    }

    private static void write(Map<String, Caller> callers, Function<String, String> address, Body body)
            throws IOException {
        Map<String, String> lines = new TreeMap<>();
        for (DescribedApi.Operation operation : ApiTraffic.operations()) {
            lines.put(
                    operation.path() + operation.method(),
                    "| %s | %s |"
                            .formatted(
                                    operation,
                                    String.join(
                                            " | ",
                                            outcomes(operation, callers, address, body)
                                                    .values())));
        }
        String text =
                Files.exists(FILE) ? Files.readString(FILE).replaceFirst("(?s)\n\\|.*", "\n") : "# Who may do what\n\n";
        Files.writeString(
                FILE,
                text + "| operation | " + String.join(" | ", callers.keySet()) + " |\n"
                        + "| --- |"
                        + callers.keySet().stream().map(column -> " --- |").collect(joining()) + "\n"
                        + String.join("\n", lines.values()) + "\n");
    }

    private static AccessMatrix read() {
        try {
            List<List<String>> table = Files.readAllLines(FILE).stream()
                    .filter(line -> line.startsWith("|"))
                    .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                            .map(String::strip)
                            .toList())
                    .toList();
            Map<String, List<String>> rows = new LinkedHashMap<>();
            table.stream().skip(2).forEach(cells -> rows.put(cells.get(0), cells.subList(1, cells.size())));
            return new AccessMatrix(table.get(0).subList(1, table.get(0).size()), rows);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
