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
 * Further rows try an operation on another thing. Nobody who is refused learns by it whether the thing is there.
 */
public final class AccessMatrix {

    private static final Path FILE = Path.of("access.md");
    /** The column of those whose token nobody should believe. */
    private static final String BAD_TOKEN = "bad token";

    private static final String MISSING = "no-such-thing";
    private static final Map<Integer, String> RULES =
            Map.of(401, "not-authenticated", 403, "not-permitted", 404, "unknown");

    private final List<String> columns;
    private final Map<String, List<String>> rows;

    private AccessMatrix(List<String> columns, Map<String, List<String>> rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /**
     * The tests of the module's table. With {@code -Daccess.update=true} they write it instead, for people to judge.
     *
     * @param callers who tries, by column: the order of a new table, first of all whoever shows no token; a column for bad
     *     tokens is added
     * @param address gives the path to try, from a row such as {@code POST /api/questions/{id}/group}: with its
     *     placeholders filled by what exists, and a query if one is needed. It is asked for another one when an attempt has
     *     changed something
     * @param body gives the JSON to send, from the row and the example of the description; empty for none
     * @param further rows beside those of all operations, about other things: an operation, a comma, and which
     */
    public static Stream<DynamicTest> tests(
            Map<String, Caller> callers, Function<String, String> address, Body body, String... further) {
        List<Row> wanted = rows(further);
        if (Boolean.getBoolean("access.update")) {
            return Stream.of(
                    DynamicTest.dynamicTest("the table is written anew", () -> write(wanted, callers, address, body)));
        }
        AccessMatrix table = read();
        List<Row> known = wanted.stream()
                .filter(row -> table.rows.containsKey(row.name()))
                .toList();
        return Stream.of(
                        Stream.of(DynamicTest.dynamicTest("every operation and everybody is in the table", () -> {
                            assertThat(table.rows.keySet())
                                    .containsExactlyInAnyOrderElementsOf(
                                            wanted.stream().map(Row::name).toList());
                            assertThat(table.columns).containsExactlyElementsOf(columns(callers));
                        })),
                        known.stream()
                                .map(row -> DynamicTest.dynamicTest(
                                        row.name(),
                                        () -> assertThat(outcomes(row, callers, address, body))
                                                .containsExactlyEntriesOf(table.row(row.name())))),
                        known.stream()
                                .filter(row -> !row.isFurther())
                                .map(row -> DynamicTest.dynamicTest(
                                        row.name() + " is refused in order",
                                        () -> provoke(row, callers, table.insider(row, callers), address, body))),
                        known.stream()
                                .filter(row -> !table.strangersTo(row).isEmpty())
                                .map(row -> DynamicTest.dynamicTest(
                                        row.name() + " tells no stranger what is there",
                                        () -> compare(row, table.strangersTo(row), callers, address, body))))
                .flatMap(tests -> tests);
    }

    /** An operation, tried on a thing that the name may say more of. */
    private record Row(String name, DescribedApi.Operation operation) {

        boolean isOpen() {
            return operation.description().path("x-roles").isEmpty();
        }

        boolean isFurther() {
            return !name.equals(operation.toString());
        }

        boolean isConditional() {
            return operation.statuses().contains("412");
        }

        boolean isOfOne() {
            return operation.path().contains("{");
        }

        String missing() {
            return operation.path().replaceAll("\\{[^}]*}", MISSING);
        }

        /** The row of reading the same thing. */
        String reading() {
            return "GET " + operation.path().replaceFirst("}.*", "}") + name.replaceFirst("^[^,]*", "");
        }

        String json(Body body) {
            return operation.method().equals("GET") ? "" : body.of(name, operation.example());
        }

        /** The thing's place in a text is taken by that of one that is not there. */
        String without(String path, String text) {
            String[] template = operation.path().split("/", -1);
            String[] words = path.replaceFirst("\\?.*", "").split("/", -1);
            String result = text;
            for (int i = 0; i < template.length; i++) {
                result = template[i].startsWith("{") ? result.replace(words[i], MISSING) : result;
            }
            return result;
        }
    }

    private static List<Row> rows(String... further) {
        List<Row> rows = new ArrayList<>();
        for (DescribedApi.Operation operation : ApiTraffic.operations()) {
            rows.add(new Row(operation.toString(), operation));
            Arrays.stream(further)
                    .filter(name -> name.startsWith(operation + ","))
                    .forEach(name -> rows.add(new Row(name, operation)));
        }
        assertThat(rows).extracting(Row::name).contains(further);
        return rows;
    }

    private static List<String> columns(Map<String, Caller> callers) {
        return Stream.concat(callers.keySet().stream(), Stream.of(BAD_TOKEN)).toList();
    }

    /** Who is refused, and may not read the thing either; and how. */
    private Map<String, String> strangersTo(Row row) {
        if (row.isOpen() || !row.isOfOne()) {
            return Map.of();
        }
        Map<String, String> reading = rows.containsKey(row.reading()) ? row(row.reading()) : Map.of();
        Map<String, String> strangers = row(row.name());
        strangers.remove(BAD_TOKEN);
        strangers
                .entrySet()
                .removeIf(cell -> cell.getValue().equals("yes")
                        || cell.getValue().equals("401")
                        || reading.getOrDefault(cell.getKey(), "").equals("yes"));
        return strangers;
    }

    /** Asks for what is not there and what nobody knows, sends what is no JSON, knows an old version: all get an orderly answer. */
    private static void provoke(
            Row row, Map<String, Caller> callers, Caller insider, Function<String, String> address, Body body) {
        DescribedApi.Operation operation = row.operation();
        String method = operation.method();
        String path = address.apply(row.name());
        callers.forEach((name, caller) -> {
            String json = row.json(body);
            List<Reply> replies = new ArrayList<>();
            if (row.isOfOne()) {
                replies.add(caller.send(method, row.missing(), json));
            }
            if (operation.description().has("requestBody")) {
                replies.add(caller.send(method, path, "{"));
            }
            if (row.isConditional()) {
                replies.add(caller.send(method, path, json, "If-Match", "\"999999\""));
            }
            assertThat(replies).extracting(Reply::status).as(name).allMatch(status -> status >= 400 && status < 500);
        });
        insider.send(method, path + (path.contains("?") ? "&" : "?") + "colour=red", row.json(body))
                .expectInvalid("colour unknown-parameter");
    }

    /** Somebody who is let in; anybody who has a token, if the table knows nobody. */
    private Caller insider(Row row, Map<String, Caller> callers) {
        Map<String, String> outcomes = row(row.name());
        return callers.entrySet().stream()
                .filter(caller -> outcomes.get(caller.getKey()).equals("yes"))
                .findFirst()
                .or(() -> callers.entrySet().stream().skip(1).findFirst())
                .orElseThrow()
                .getValue();
    }

    /** Who is refused is told the same where nothing is, whatever version is named. */
    private static void compare(
            Row row,
            Map<String, String> strangers,
            Map<String, Caller> callers,
            Function<String, String> address,
            Body body) {
        String path = address.apply(row.name());
        for (String stranger : strangers.keySet()) {
            // Where the role is refused, no version is looked at; where the thing is hidden, none may tell of it.
            List<String> versions = !row.isConditional()
                    ? List.of("")
                    : strangers.get(stranger).equals("403")
                            ? List.of("\"0\"")
                            : List.of("", "\"0\"", "\"999999\"", "*");
            Caller caller = callers.get(stranger);
            String json = row.json(body);
            for (String version : versions) {
                assertThat(toldOf(row, path, caller, json, version))
                        .as("%s, and where nothing is, If-Match %s", stranger, version)
                        .isEqualTo(toldOf(row, row.missing(), caller, json, version));
            }
        }
    }

    private static String toldOf(Row row, String path, Caller caller, String json, String version) {
        String method = row.operation().method();
        Reply reply = version.isEmpty()
                ? caller.send(method, path, json)
                : caller.send(method, path, json, "If-Match", version);
        return reply.status() + " " + reply.header("ETag") + " " + row.without(path, reply.text());
    }

    /** What to send. */
    @FunctionalInterface
    public interface Body {

        /**
         * The JSON for an operation.
         *
         * @param row such as {@code POST /api/questions}
         * @param example what the description shows
         */
        String of(String row, JsonNode example);
    }

    private Map<String, String> row(String operation) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), rows.getOrDefault(operation, List.of()).get(i));
        }
        return row;
    }

    private static Map<String, String> outcomes(
            Row row, Map<String, Caller> callers, Function<String, String> address, Body body) {
        Map<String, String> outcomes = new LinkedHashMap<>();
        String path = address.apply(row.name());
        boolean reads = row.operation().method().equals("GET");
        for (Map.Entry<String, Caller> caller : callers.entrySet()) {
            String json = row.json(body);
            Reply reply = reads
                    ? caller.getValue().get(path)
                    : caller.getValue().send(row.operation().method(), path, json);
            outcomes.put(caller.getKey(), outcome(reply));
            if (!reads && reply.status() < 400) {
                path = address.apply(row.name());
            }
        }
        outcomes.put(
                BAD_TOKEN,
                outcomeOfBadTokens(row, path, callers.values().iterator().next()));
        return outcomes;
    }

    private static String outcome(Reply reply) {
        String rule = RULES.get(reply.status());
        if (rule == null) {
            return "yes";
        }
        reply.expectProblem(reply.status(), rule);
        return String.valueOf(reply.status());
    }

    private static String outcomeOfBadTokens(Row row, String path, Caller caller) {
        return BadTokens.ALL.stream()
                .map(token -> outcome(caller.bearing(token).send(row.operation().method(), path, "")))
                .distinct()
                .collect(joining(", "));
    }

    /** Made once: a key takes its time. */
    private static final class BadTokens {

        static final List<String> ALL = List.of(
                "nonsense",
                TestTokens.expired(TestActors.secretariat()),
                TestTokens.forAnotherAudience(TestActors.secretariat()),
                TestTokens.ofAnotherIssuer(TestActors.secretariat()),
                TestTokens.forged(TestActors.secretariat()));
    }

    private static void write(List<Row> rows, Map<String, Caller> callers, Function<String, String> address, Body body)
            throws IOException {
        Map<String, String> lines = new TreeMap<>();
        for (Row row : rows) {
            DescribedApi.Operation operation = row.operation();
            lines.put(
                    operation.path() + operation.method() + row.name(),
                    "| %s | %s |"
                            .formatted(
                                    row.name(),
                                    String.join(
                                            " | ",
                                            outcomes(row, callers, address, body)
                                                    .values())));
        }
        String text =
                Files.exists(FILE) ? Files.readString(FILE).replaceFirst("(?s)\n\\|.*", "\n") : "# Who may do what\n\n";
        Files.writeString(
                FILE,
                text + "| operation | " + String.join(" | ", columns(callers)) + " |\n"
                        + "| --- |"
                        + columns(callers).stream().map(column -> " --- |").collect(joining()) + "\n"
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
