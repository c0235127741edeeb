package org.dialogue.reports.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dialogue.events.DialogueEvent;
import org.dialogue.events.EventCatalogue;
import org.dialogue.events.EventType;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.events.EventJson;
import org.dialogue.kit.testing.Reply;
import org.dialogue.kit.testing.TestActors;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.LedgerEvent;
import org.dialogue.ledger.Origin;
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

    /** Half a character has no UTF-8, but JSON has a way to write it, and so may history. */
    private static final JsonMapper EVENTS_AS_STORED = storing();

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
            Map.entry("/api/witness/keys", List.of("")));

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
        for (int round = 0; round < ROUNDS; round++) {
            for (int count = 0; count < EVENTS; count++) {
                appendAny();
            }
            await().until(() ->
                    views.all().stream().allMatch(view -> view.state().position() == ownLedger.head()));
            for (Actor reader : READERS) {
                addresses.forEach(address -> ASKED.get(address).forEach(how -> ask(address, how, reader)));
                walk("/api/reports/coverage", "sort=raised", reader);
                walk("/api/reports/coverage", "sort=-number", reader);
                walk("/api/reports/open-commitments", "sort=due", reader);
                walk("/api/reports/open-commitments", "sort=-committed", reader);
            }
        }
        healthCountsAndQuotesNothing();
        everyRebuiltViewIsTheSame();
    }

    private Set<String> addresses() {
        JsonNode paths = STRICT.readTree(anonymous().get("/v3/api-docs").text()).path("paths");
        Set<String> addresses = new TreeSet<>();
        paths.properties().forEach(path -> {
            boolean ofViews =
                    path.getKey().startsWith("/api/reports") || path.getKey().startsWith("/api/witness");
            if (path.getValue().has("get") && ofViews) {
                addresses.add(path.getKey());
            }
        });
        return addresses;
    }

    private void ask(String address, String how, Actor reader) {
        String path = address.contains("{") ? address.replaceFirst("\\{[^}]*}", how) : address + how;
        Reply reply = get(path, reader);
        boolean ofOne = address.contains("{");
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
                    .isEqualTo(((org.dialogue.reports.views.ViewState<?>) before)
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
                        any.pick(List.of("", "{", "[]", "null", "7", "\u0000")).getBytes(StandardCharsets.UTF_8));
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
        return STRICT.readTree(
                any.pick(List.of("null", "7", "-1.5e400", "[[[]]]", "{\"a\":{}}", "\"\\ud800\"", "true")));
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
                NOW,
                payload,
                any.pick(List.of("{}", "{\"subject\":\"x\",\"personId\":\"a\"}", "{\"subject\":null}", "no JSON"))
                        .getBytes(StandardCharsets.UTF_8),
                new Origin(
                        source, position, Instant.parse("2023-11-01T00:00:00Z").plusSeconds(position)))));
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
