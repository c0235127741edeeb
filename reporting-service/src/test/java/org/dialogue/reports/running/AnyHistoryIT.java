package org.dialogue.reports.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dialogue.events.DialogueEvent;
import org.dialogue.events.EventCatalogue;
import org.dialogue.events.EventType;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.events.EventJson;
import org.dialogue.kit.testing.Reply;
import org.dialogue.kit.testing.TestActors;
import org.dialogue.kit.testing.TestTokens;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.LedgerEvent;
import org.dialogue.ledger.Origin;
import org.dialogue.ledger.RecordedEvent;
import org.dialogue.reports.story.AnyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * No event can break a report: puts events with any value in every component, events of the future and events that are none
 * into the own ledger, and asks every address that the interface has, as every kind of reader. Runs longer with
 * {@code -Ddialogue.long=true}; a failure names the seed that {@code -Ddialogue.seed} repeats.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = "dialogue.test.context=any-history")
class AnyHistoryIT extends RunningService {

    private static final boolean LONG = Boolean.getBoolean("dialogue.long");
    private static final long SEED = Long.getLong("dialogue.seed", LONG ? System.nanoTime() : 7);
    private static final int ROUNDS = LONG ? 60 : 4;
    private static final int EVENTS = 150;

    /** As a program outside would read, and stricter: no name twice, no numbers that are none. */
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Keeps numbers of any size as they are written. */
    private static final JsonMapper AS_WRITTEN = STRICT.rebuild()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Half a character has no UTF-8, but JSON has a way to write it, and so may history. */
    private static final JsonMapper EVENTS_AS_STORED = storing();

    /** When an event was recorded is a source's word too; a ledger keeps what milliseconds can tell. */
    private static final List<Instant> TIMES = List.of(
            Instant.ofEpochMilli(Long.MIN_VALUE),
            Instant.ofEpochMilli(Long.MAX_VALUE),
            Instant.parse("-1000000-01-01T00:00:00Z"),
            Instant.parse("+12345-11-02T02:00:00Z"),
            Instant.EPOCH,
            NOW);

    private static final Actor GUEST = new Actor("guest", null, null, null, null, Set.of(), null);
    private static final List<Actor> READERS = List.of(
            TestActors.secretariat(),
            TestActors.chair(),
            TestActors.auditor(),
            TestActors.operator(),
            TestActors.delegateOf("a"),
            TestActors.officerOf("police"),
            TestActors.headOf("a"),
            GUEST);

    /** How each address is asked that takes something; one that is missing here fails the test. */
    private static final Map<String, List<String>> ASKED = Map.ofEntries(
            Map.entry(
                    "/api/reports/coverage",
                    List.of(
                            "",
                            "?limit=200",
                            "?sort=-number",
                            "?unit=nghe-an",
                            "?state=OWED&late=true",
                            "?owedBy=SECRETARIAT",
                            "?concluded=true&body=police")),
            Map.entry(
                    "/api/reports/open-commitments",
                    List.of(
                            "",
                            "?limit=200",
                            "?sort=-due",
                            "?sort=body",
                            "?sort=state",
                            "?late=true",
                            "?unit=nghe-an")),
            Map.entry("/api/reports/counts", List.of("?by=BODY", "?by=UNIT", "?by=TOPIC", "?by=TOPIC&programme=2023")),
            Map.entry(
                    "/api/reports/questions/{id}/timeline",
                    List.of("a", "b", "c", "2023", "SECRETARIAT", "Z".repeat(64), "police", "home-affairs", "unheard")),
            Map.entry("/api/reports/views", List.of("")),
            Map.entry(
                    "/api/reports/views/{name}",
                    List.of("coverage", "counts", "timeline", "open-commitments", "alarms")),
            Map.entry("/api/witness/alarms", List.of("", "?open=true", "?open=false")),
            Map.entry("/api/witness/alarms/{id}", List.of("a", "b", "c", "2023", "unheard")),
            Map.entry("/api/witness", List.of("")),
            Map.entry("/api/witness/{source}", List.of("dialogue-service", "answer-service", "unheard")),
            Map.entry("/api/witness/{source}/checkpoints/latest", List.of("dialogue-service")),
            Map.entry("/api/witness/keys", List.of("")),
            Map.entry("/api/ledger/tree", List.of("")),
            Map.entry("/api/ledger/tree/{size}", List.of("0", "1", "150", "9223372036854775807")),
            Map.entry("/api/ledger/proofs/inclusion", List.of("?position=1", "?position=150")),
            Map.entry("/api/ledger/proofs/consistency", List.of("?from=0&to=1", "?from=1&to=150")),
            Map.entry("/api/ledger/checkpoints", List.of("", "?after=1&limit=1", "?after=9223372036854775807")),
            Map.entry("/api/ledger/checkpoints/latest", List.of("")),
            Map.entry("/api/ledger/checkpoints/{size}", List.of("0", "150")),
            Map.entry("/api/ledger/keys", List.of("")));

    /** Asked as a download, and read to its end. */
    private static final String EXPORT = "/api/ledger/export";

    @Autowired
    EventLedger ownLedger;

    private final Random random = new Random(SEED);
    private final AnyEvent any = new AnyEvent(random);
    private final Map<String, Long> sequences = new HashMap<>();
    private final Map<String, Long> positions = new HashMap<>();

    private static JsonMapper storing() {
        JsonMapper.Builder builder = JsonMapper.builder();
        EventJson.configure(builder);
        return builder.enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    }

    @Test
    void everyAddressAnswersWhateverHistoryHolds() {
        awaitViews();
        Set<String> addresses = addresses();
        assertThat(addresses).as("addresses that this test can ask").isSubsetOf(ASKED.keySet());
        List<String> ofLedger = addresses.stream()
                .filter(address -> address.startsWith("/api/ledger"))
                .toList();
        List<String> reports = addresses.stream()
                .filter(address -> !address.startsWith("/api/ledger"))
                .toList();
        for (int round = 0; round < ROUNDS; round++) {
            for (int count = 0; count < EVENTS; count++) {
                appendAny();
            }
            await().until(() ->
                    views.all().stream().allMatch(view -> view.state().position() == ownLedger.head()));
            assertWholeArchive();
            for (Actor reader : READERS) {
                reports.forEach(address -> ASKED.get(address).forEach(how -> ask(address, how, reader)));
                walk("/api/reports/coverage", "sort=raised", reader);
                walk("/api/reports/coverage", "sort=-number", reader);
                walk("/api/reports/open-commitments", "sort=due", reader);
                walk("/api/reports/open-commitments", "sort=-committed", reader);
            }
            // The ledger shows hashes, the same for everybody; and what is refused is refused to everybody.
            Actor somebody = any.pick(READERS);
            ofLedger.forEach(address -> ASKED.get(address).forEach(how -> ask(address, how, somebody)));
            refuse("/api/reports/coverage", somebody);
            refuse("/api/reports/open-commitments", somebody);
            refuse("/api/reports/counts", somebody);
            refuse("/api/reports/questions/a/timeline", somebody);
        }
        healthCountsAndQuotesNothing();
        everyRebuiltViewIsTheSame();
    }

    private Set<String> addresses() {
        JsonNode paths = STRICT.readTree(anonymous().get("/v3/api-docs").text()).path("paths");
        Set<String> addresses = new TreeSet<>();
        paths.properties().forEach(path -> {
            boolean ofHistory =
                    Stream.of("/api/reports", "/api/witness", "/api/ledger").anyMatch(path.getKey()::startsWith);
            if (path.getValue().has("get") && ofHistory && !path.getKey().equals(EXPORT)) {
                addresses.add(path.getKey());
            }
        });
        return addresses;
    }

    private void ask(String address, String how, Actor reader) {
        String path = address.contains("{") ? address.replaceFirst("\\{[^}]*}", how) : address + how;
        Reply reply = get(path, reader);
        boolean ofOne = address.contains("{") || address.endsWith("/latest");
        assertThat(reply.status())
                .as("%s for %s, seed %d: %s", path, reader.subject(), SEED, reply.text())
                .isIn(ofOne ? List.of(200, 404) : List.of(200));
        if (reply.header("Content-Type").contains("json")) {
            assertReadable(path, reply.text());
        }
    }

    /** What a strict parser of another language takes: whole characters, and numbers that a double holds. */
    private static void assertReadable(String path, String text) {
        JsonNode json = STRICT.readTree(text);
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text))
                .as("UTF-8 of %s", path)
                .isTrue();
        look(path, json);
    }

    private static void look(String path, JsonNode node) {
        if (node.isString()) {
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(node.asString()))
                    .as("a text of %s", path)
                    .isTrue();
        } else if (node.isNumber()) {
            assertThat(node.doubleValue()).as("a number of %s", path).isFinite();
        }
        node.properties().forEach(property -> {
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(property.getKey()))
                    .as("a name of %s", path)
                    .isTrue();
            look(path, property.getValue());
        });
        if (node.isArray()) {
            node.forEach(element -> look(path, element));
        }
    }

    private void walk(String address, String query, Actor reader) {
        List<String> walked = new ArrayList<>();
        int limit = 1 + random.nextInt(40);
        String cursor = "";
        do {
            Reply reply = get(address + "?" + query + "&limit=" + limit + cursor, reader);
            assertThat(reply.status()).as("%s, seed %d", reply.text(), SEED).isEqualTo(200);
            JsonNode page = STRICT.readTree(reply.text());
            page.path("items").forEach(item -> walked.add(item.toString()));
            cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        JsonNode first =
                STRICT.readTree(get(address + "?limit=1&" + query, reader).text());
        String total = address.endsWith("coverage") ? "/totals/parts" : "/totals/commitments";
        assertThat(walked)
                .as("%s?%s by %d for %s, seed %d", address, query, limit, reader.subject(), SEED)
                .hasSize(first.at(total).asInt());
    }

    /** Reports are of the present: what would be of an earlier moment is refused, and not answered with something else. */
    private void refuse(String address, Actor reader) {
        for (String moment : List.of("2023-11-02T00:00:00Z", "-1000000000-01-01T00:00:00Z", "nonsense")) {
            String query = (address.endsWith("counts") ? "?by=BODY&" : "?") + "asOf=" + moment;
            assertThat(get(address + query, reader)
                            .expectProblem(400, "invalid-input")
                            .at("/errors/0/field"))
                    .isEqualTo("asOf");
        }
        if (!address.endsWith("timeline") && !address.endsWith("counts")) {
            get(address + "?cursor=" + any.pick(List.of("x", "AAAA", "%00", "fg")), reader)
                    .expectProblem(400, "invalid-input");
        }
    }

    /** Whatever events hold, the export holds them byte for byte, and can be read to its end. */
    private void assertWholeArchive() {
        Map<String, List<JsonNode>> entries = new HashMap<>();
        byte[] archive = download();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Stream<String> lines = new String(zip.readAllBytes(), StandardCharsets.UTF_8).lines();
                entries.put(
                        entry.getName(),
                        entry.getName().endsWith("json")
                                ? lines.map(STRICT::readTree).toList()
                                : List.of());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        assertThat(entries.keySet())
                .containsExactlyInAnyOrder("ledger.json", "keys.txt", "checkpoints.ndjson", "events.ndjson");
        List<JsonNode> exported = entries.get("events.ndjson");
        assertThat(exported).as("events, seed %d", SEED).hasSize((int) ownLedger.head());
        List<RecordedEvent> held = ownLedger.readAfter(0, exported.size());
        for (int at = 0; at < exported.size(); at++) {
            LedgerEvent event = held.get(at).event();
            assertThat(exported.get(at).path("id").asString()).isEqualTo(event.id());
            assertThat(Base64.getDecoder()
                            .decode(exported.get(at).path("payload").asString()))
                    .as("payload of %s", event.id())
                    .isEqualTo(event.payload());
        }
    }

    private byte[] download() {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + EXPORT))
                .header("Authorization", "Bearer " + TestTokens.of(TestActors.auditor()))
                .build();
        try {
            HttpResponse<byte[]> response =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(response.statusCode()).as("the export, seed %d", SEED).isEqualTo(200);
            return response.body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while downloading", interrupted);
        }
    }

    private void healthCountsAndQuotesNothing() {
        Reply health = anonymous().get("/actuator/health");
        assertThat(health.status()).isEqualTo(200);
        JsonNode coverage = health.json().at("/components/views/details/coverage");
        assertThat(coverage.path("faults").asLong()).isPositive();
        assertThat(coverage.path("implausible").asLong()).isPositive();
        assertThat(coverage.path("unknown").asLong()).isPositive();
        assertThat(health.json().at("/components/views/status").asString()).isEqualTo("DEGRADED");
    }

    private void everyRebuiltViewIsTheSame() {
        views.all().forEach(view -> {
            Object before = view.state();
            views.rebuild(view);
            await().until(() -> !view.rebuild().orElseThrow().isRunning());
            assertThat((Object) view.state()).as(view.name()).isNotSameAs(before);
            assertThat(view.state().faults().byKind())
                    .isEqualTo(((org.dialogue.reports.folds.ViewState<?>) before)
                            .faults()
                            .byKind());
        });
    }

    private void appendAny() {
        DialogueEvent event = any.next();
        EventType type = EventCatalogue.byClass(event.getClass()).orElseThrow();
        ObjectNode payload = EVENTS_AS_STORED.valueToTree(event);
        switch (random.nextInt(12)) {
            case 0 -> append(event, type.name() + "-anew", "1", bytes(payload));
            case 1 -> append(event, type.name(), "2", bytes(payload));
            case 2 ->
                append(
                        event,
                        type.name(),
                        "1",
                        any.pick(List.of("", "{", "[]", "null", "7", "\u0000", "[".repeat(50_000), "{}{}"))
                                .getBytes(StandardCharsets.UTF_8));
            case 3 -> {
                payload.remove(any.pick(List.copyOf(payload.propertyNames())));
                append(event, type.name(), "1", bytes(payload));
            }
            case 4 -> {
                payload.set(any.pick(List.copyOf(payload.propertyNames())), anyNode());
                append(event, type.name(), "1", bytes(payload));
            }
            default -> append(event, type.name(), "1", bytes(payload));
        }
    }

    private JsonNode anyNode() {
        return AS_WRITTEN.readTree(any.pick(List.of(
                "null",
                "7",
                "-7",
                "123456789012345678901234567890",
                "-1.5e400",
                "1e1000000000",
                "\"1e1000000000\"",
                "[[[]]]",
                "[null]",
                "{\"a\":{}}",
                "\"\"",
                "\"\\ud800\"",
                "\"2023-02-30\"",
                "\"-1000000001-01-01T00:00:00Z\"",
                "true")));
    }

    private static byte[] bytes(JsonNode payload) {
        return EVENTS_AS_STORED.writeValueAsBytes(payload);
    }

    private void append(DialogueEvent event, String name, String revision, byte[] payload) {
        String aggregate = aggregate(event);
        // Beyond what the directory of the sample takes.
        long sequence = sequences.merge(aggregate, 1_000L, (last, unused) -> last + 1);
        String source = any.pick(List.of("dialogue-service", "answer-service", "stranger"));
        long position = positions.merge(source, 1_000L, (last, unused) -> last + 1);
        ownLedger.append(List.of(new LedgerEvent(
                "any-" + source + "-" + position,
                name,
                revision,
                aggregate.replaceFirst(":.*", ""),
                aggregate,
                sequence,
                any.pick(TIMES),
                payload,
                any.pick(List.of(
                                "{}",
                                "{\"subject\":\"x\",\"personId\":\"a\"}",
                                "{\"subject\":null}",
                                "{\"office\":\"half \\ud800\",\"unit\":7,\"body\":[1e400],\"onBehalfOf\":{\"a\":1}}",
                                "[]",
                                "no JSON"))
                        .getBytes(StandardCharsets.UTF_8),
                new Origin(source, position, any.pick(TIMES)))));
    }

    /** The first component of every event names what it happened to. */
    private static String aggregate(DialogueEvent event) {
        return Stream.of(event.getClass().getRecordComponents())
                .findFirst()
                .map(component -> {
                    try {
                        component.getAccessor().setAccessible(true);
                        return component.getAccessor().invoke(event).toString();
                    } catch (ReflectiveOperationException unusable) {
                        throw new IllegalStateException(unusable);
                    }
                })
                .orElseThrow();
    }
}
