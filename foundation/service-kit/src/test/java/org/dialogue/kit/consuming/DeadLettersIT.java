package org.dialogue.kit.consuming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.kit.testing.Patience.await;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.dialogue.events.question.QuestionEvent.QuestionGrouped;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.DialogueProperties;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.sample.SampleService;
import org.dialogue.kit.sample.WhenQuestionGroupedThenFilePaper;
import org.dialogue.kit.testing.Caller;
import org.dialogue.kit.testing.OtherService;
import org.dialogue.kit.testing.Reply;
import org.dialogue.kit.testing.ServiceTest;
import org.dialogue.kit.testing.TestActors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What may be seen of parked letters, and done to them, and by whom. */
@ServiceTest(classes = SampleService.class, properties = "sample.test=dead-letters")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeadLettersIT {

    private static final String GROUP = "grouped-papers";

    @LocalServerPort
    int port;

    @Autowired
    DialogueProperties properties;

    @Autowired
    WhenQuestionGroupedThenFilePaper policy;

    @Autowired
    MongoDatabase database;

    private OtherService other;

    @BeforeAll
    void setUp() {
        other = new OtherService(properties.topic("other.events"), "other-service");
    }

    @AfterAll
    void tearDown() {
        other.close();
    }

    @Test
    void lettersArePagedThrough() {
        List<String> ids =
                IntStream.range(0, 7).mapToObj(number -> "p" + number).toList();
        ids.forEach(this::parked);
        other.publishPoison("poison");
        await().until(() -> all(operator(), "?limit=200").stream()
                .anyMatch(letter -> letter.path("group").asString().equals("unreadable")));

        List<JsonNode> found = all(operator(), "?group=" + GROUP + "&limit=2");

        assertThat(found).allMatch(letter -> letter.path("group").asString().equals(GROUP));
        assertThat(found)
                .extracting(letter -> letter.path("about").asString())
                .containsAll(ids.stream().map(id -> "question:" + id).toList())
                .doesNotHaveDuplicates();
        String cursor = get(operator(), "?group=" + GROUP + "&limit=1").at("/next");
        assertThat(get(operator(), "?limit=1&cursor=" + cursor).status()).isEqualTo(400);
        assertThat(get(operator(), "?cursor=nonsense").status()).isEqualTo(400);
        assertThat(get(operator(), "?group=nobody's").status()).isEqualTo(400);
        assertThat(get(operator(), "?limit=201").status()).isEqualTo(400);
        ids.forEach(this::discard);
    }

    @Test
    void nobodySeesContentOrActsOnLettersButWhoseRoleItIs() {
        String letter = parked("m1");
        String base = "/api/dead-letters/" + GROUP + "/" + letter;
        record Access(String method, String path, String body, boolean operator, boolean auditor) {}
        List<Access> matrix = List.of(
                new Access("GET", "/api/dead-letters", "", true, true),
                new Access("GET", "/api/dead-letters/acts", "", true, true),
                new Access("POST", base + "/content", "{\"reason\":\"why\"}", false, true),
                new Access("POST", base + "/retry", "", true, false),
                new Access("POST", "/api/dead-letters/retry", "", true, false),
                new Access("POST", base + "/discard", "{\"reason\":\"why\"}", true, false));
        List<Actor> nobodies = List.of(
                TestActors.secretariat(),
                TestActors.chair(),
                TestActors.delegateOf("u"),
                TestActors.officerOf("b"),
                TestActors.headOf("b"));
        for (Access access : matrix) {
            for (Actor nobody : nobodies) {
                assertThat(call(nobody, access.method(), access.path(), access.body())
                                .status())
                        .as("%s by %s", access, nobody)
                        .isEqualTo(403);
            }
            assertThat(Caller.anonymous(port)
                            .send(access.method(), access.path(), access.body())
                            .status())
                    .isEqualTo(401);
            if (!access.auditor()) {
                assertThat(call(TestActors.auditor(), access.method(), access.path(), access.body())
                                .status())
                        .isEqualTo(403);
            }
            if (!access.operator()) {
                assertThat(call(TestActors.operator(), access.method(), access.path(), access.body())
                                .status())
                        .isEqualTo(403);
            }
        }
        for (Access access : matrix) {
            Actor permitted = access.operator() ? TestActors.operator() : TestActors.auditor();
            assertThat(call(permitted, access.method(), access.path(), access.body())
                            .status())
                    .as("%s", access)
                    .isEqualTo(200);
        }
        String reason = "{\"reason\":\"why\"}";
        call(TestActors.auditor(), "POST", base + "/content", reason).expectProblem(404, "unknown");
        call(TestActors.operator(), "POST", base + "/retry", "").expectProblem(404, "unknown");
        call(TestActors.operator(), "POST", base + "/discard", reason).expectProblem(404, "unknown");
    }

    @Test
    void anOperatorSeesNoContentAndAnAuditorsLookIsRecorded() {
        String letter = parked("s1", "the-secret-lead");

        assertThat(get(operator(), "?limit=200").text())
                .contains(letter, "question:s1", "told to fail for question:s1", "\"attempts\":1")
                .doesNotContain("the-secret-lead", Caller.class.getSimpleName());
        assertThat(look("s1", letter, "{}").status()).isEqualTo(400);
        assertThat(look("s1", letter, "{\"reason\":\" \"}").status()).isEqualTo(400);
        assertThat(acts()).noneMatch(act -> act.path("letter").asString().equals(letter));

        Reply content = look("s1", letter, "{\"reason\":\"complaint 12\"}");

        assertThat(content.status()).isEqualTo(200);
        assertThat(new String(java.util.Base64.getDecoder().decode(content.at("/payload"))))
                .contains("the-secret-lead");
        assertThat(acts())
                .filteredOn(act -> act.path("letter").asString().equals(letter))
                .singleElement()
                .satisfies(act -> {
                    assertThat(act.path("act").asString()).isEqualTo("LOOKED_AT");
                    assertThat(act.path("by").asString())
                            .isEqualTo(TestActors.auditor().subject());
                    assertThat(act.path("reason").asString()).isEqualTo("complaint 12");
                    assertThat(act.path("about").asString()).isEqualTo("question:s1");
                    assertThat(Instant.parse(act.path("at").asString())).isBefore(Instant.now());
                });
        discard("s1");
    }

    @Test
    void anOperatorDiscardsALetterWithAReasonAndWhatWaitedBehindItIsTried() {
        String first = parked("d1", "first");
        publish("d1", "second");
        await().until(() -> letters("d1").size() == 2);
        String second = letters("d1").get(1).path("id").asString();
        assertThat(letters("d1").get(1).has("cause")).isFalse();
        assertThat(discard(first, "{}").status()).isEqualTo(400);
        assertThat(discard(second, "{\"reason\":\"why\"}").status()).isEqualTo(404);
        assertThat(letters("d1")).hasSize(2);

        policy.failing.remove("d1");
        Reply discarded = discard(first, "{\"reason\":\"sent by mistake\"}");

        assertThat(discarded.status()).isEqualTo(200);
        assertThat(letters("d1")).isEmpty();
        assertThat(policy.handled).contains("d1/second").doesNotContain("d1/first");
        assertThat(acts())
                .anyMatch(act -> act.path("act").asString().equals("DISCARDED")
                        && act.path("letter").asString().equals(first)
                        && act.path("reason").asString().equals("sent by mistake"));
        assertThat(discard(first, "{\"reason\":\"again\"}").status()).isEqualTo(404);
    }

    @Test
    void attemptsAreCountedAndARetryRecorded() {
        String letter = parked("a1");

        assertThat(operator()
                        .post("/api/dead-letters/" + GROUP + "/" + letter + "/retry", "")
                        .at("/left"))
                .isEqualTo("1");

        assertThat(letters("a1"))
                .singleElement()
                .satisfies(found -> assertThat(found.path("attempts").asInt()).isEqualTo(2));
        assertThat(acts())
                .anyMatch(act -> act.path("act").asString().equals("RETRIED")
                        && act.path("letter").asString().equals(letter));
        discard("a1");
    }

    @Test
    void healthSaysThatThereAreSome() {
        parked("h1", "the-secret-lead");

        String health = Caller.anonymous(port).get("/actuator/health").text();
        assertThat(health)
                .contains("\"parked\":{")
                .contains("\"" + GROUP + "\":")
                .contains("DEGRADED");
        assertThat(health).doesNotContain("the-secret-lead", "h1");
        assertThat(Caller.anonymous(port).get("/actuator/health/readiness").text())
                .doesNotContain("DEGRADED");
        discard("h1");
        assertThat(Caller.anonymous(port).get("/actuator/health").text()).doesNotContain("\"h1\"");
    }

    private String parked(String id) {
        return parked(id, "lead");
    }

    private String parked(String id, String lead) {
        policy.failing.add(id);
        publish(id, lead);
        await().until(() -> !letters(id).isEmpty());
        return letters(id).get(0).path("id").asString();
    }

    private void discard(String id) {
        assertThat(discard(letters(id).get(0).path("id").asString(), "{\"reason\":\"test is over\"}")
                        .status())
                .isEqualTo(200);
    }

    private Reply discard(String letter, String body) {
        return operator().post("/api/dead-letters/" + GROUP + "/" + letter + "/discard", body);
    }

    private Reply look(String id, String letter, String body) {
        return Caller.as(port, TestActors.auditor())
                .post("/api/dead-letters/" + GROUP + "/" + letter + "/content", body);
    }

    private void publish(String id, String lead) {
        other.publish(
                "question",
                "question:" + id,
                0,
                new QuestionGrouped(new QuestionId(id), new QuestionId(lead), Instant.parse("2023-07-12T01:30:00Z")),
                TestActors.chair());
    }

    private List<JsonNode> letters(String id) {
        return all(operator(), "?group=" + GROUP + "&limit=200").stream()
                .filter(letter -> letter.path("about").asString().equals("question:" + id))
                .toList();
    }

    private List<JsonNode> acts() {
        return items(Caller.as(port, TestActors.auditor()).get("/api/dead-letters/acts?limit=200"));
    }

    private List<JsonNode> all(Caller caller, String query) {
        Reply page = get(caller, query).expect(200);
        List<JsonNode> all = new ArrayList<>(items(page));
        while (page.json().hasNonNull("next")) {
            page = get(caller, query + "&cursor=" + page.at("/next")).expect(200);
            all.addAll(items(page));
        }
        return all;
    }

    private static List<JsonNode> items(Reply page) {
        return StreamSupport.stream(page.json().path("items").spliterator(), false)
                .toList();
    }

    private static Reply get(Caller caller, String query) {
        return caller.get("/api/dead-letters" + query);
    }

    private Reply call(Actor actor, String method, String path, String body) {
        return Caller.as(port, actor).send(method, path, body);
    }

    private Caller operator() {
        return Caller.as(port, TestActors.operator());
    }
}
