package org.dialogue.answers.commitment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.kit.testing.Patience.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.dialogue.answers.reference.ProgrammeReference;
import org.dialogue.answers.testing.AnswerServiceTest;
import org.dialogue.answers.testing.Dialogue;
import org.dialogue.events.MetadataKeys;
import org.dialogue.events.question.Visibility;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.CommitmentId;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.testing.Caller;
import org.dialogue.kit.testing.Reply;
import org.dialogue.kit.testing.TestActors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class CommittingIT extends AnswerServiceTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    EventStore ledger;

    private final String question = fresh("question");
    private final String commitment = fresh("commitment");
    private final String path = "/api/commitments/" + commitment;

    private Caller head;
    private Caller officer;
    private Caller secretariat;

    @BeforeEach
    void raise() {
        head = as(TestActors.headOf("home-affairs"));
        officer = as(TestActors.officerOf("home-affairs"));
        secretariat = as(TestActors.secretariat());
        dialogue.raise(question, 2);
        await().until(() -> knowledge.question(new QuestionId(question)).isPresent());
    }

    @Test
    void aPromiseIsKeptStepByStep() {
        Reply made = head.post("/api/commitments", promise().toString()).expect(201);
        assertThat(made.header("Location")).isEqualTo(path);
        assertThat(made.eTag()).isEqualTo("\"0\"");
        assertThat(status()).isEqualTo("OPEN");

        officer.post(path + "/progress", """
                        {"text":"Half done","measured":60,"reachedMilestones":["half"],
                         "evidence":[{"title":"List","url":"https://example.org/list"}]}""").expect(200);
        officer.post(path + "/waiting", "{\"authority\":\"central\",\"text\":\"A decree\"}")
                .expect(200);
        assertThat(status()).isEqualTo("WAITING");
        officer.post(path + "/resumption", "{\"text\":\"The decree is out\"}").expect(200);
        officer.post(path + "/completion", "{\"text\":\"All done\"}").expect(200);
        secretariat
                .post(path + "/sending-back", "{\"reason\":\"Three are missing\"}")
                .expect(200);
        assertThat(status()).isEqualTo("OPEN");
        officer.post(path + "/completion", "{\"text\":\"Really all\"}").expect(200);
        assertThat(status()).isEqualTo("CLAIMED");
        secretariat
                .post(path + "/verification", "{\"outcome\":\"IMPLEMENTED\",\"text\":\"Seen\"}")
                .expect(200);
        assertThat(kept().path("waits")).hasSize(1);
        assertThat(kept().path("claims")).hasSize(2);

        Reply shown = officer.get(path).expect(200);
        JsonNode kept = shown.json();
        assertThat(shown.eTag()).isEqualTo("\"7\"");
        assertThat(kept.path("status").asString()).isEqualTo("IMPLEMENTED");
        assertThat(kept.path("measure").path("baseline").asInt()).isEqualTo(127);
        assertThat(kept.path("measure").path("current").asInt()).isEqualTo(60);
        assertThat(kept.path("reachedMilestones").path(0).asString()).isEqualTo("half");
        assertThat(kept.path("sentBack")).hasSize(1);
        assertThat(kept.path("verdict").path("text").asString()).isEqualTo("Seen");
    }

    @Test
    void theSecretariatRecordsWhatABodyPromised() {
        secretariat.post("/api/commitments", promise().toString()).expect(201);
        assertThat(metadata())
                .containsEntry(MetadataKeys.SUBJECT, TestActors.secretariat().subject())
                .containsEntry(MetadataKeys.ON_BEHALF_OF, "home-affairs");
    }

    @Test
    void theChairPromisesForTheLeadershipAndSpeaksForItsBodies() {
        ObjectNode promise = promise();
        promise.put("committedBy", "LEADERSHIP").remove("assignedBy");
        promise.putArray("bodies").add("peoples-committee").add("home-affairs");
        Caller chair = as(TestActors.chair());
        chair.post("/api/commitments", promise.toString()).expect(201);
        assertThat(metadata()).doesNotContainKey(MetadataKeys.ON_BEHALF_OF);
        chair.post(path + "/progress", "{\"text\":\"On the agenda\"}").expect(200);
        chair.post(path + "/progress", "{\"body\":\"home-affairs\",\"text\":\"They work\"}")
                .expectProblem(403, "not-permitted");
        assertThat(secretariat
                        .get(path)
                        .json()
                        .path("reports")
                        .path(0)
                        .path("body")
                        .asString())
                .isEqualTo("peoples-committee");
    }

    @Test
    void whoMayNotPromiseLeavesNothing() {
        as(TestActors.headOf("police"))
                .post("/api/commitments", promise().toString())
                .expectProblem(403, "not-permitted");
        secretariat.get(path).expectProblem(404, "unknown");
    }

    @Test
    void theStateOfThingsDecides() {
        head.post("/api/commitments", promise().toString()).expect(201);
        secretariat
                .post(path + "/verification", "{\"outcome\":\"IMPLEMENTED\",\"text\":\"Early\"}")
                .expectProblem(409, "claimed");
        officer.post(path + "/resumption", "{\"text\":\"On\"}").expectProblem(409, "waiting");
        officer.post(path + "/progress", "{\"text\":\"x\",\"reachedMilestones\":[\"none\"]}")
                .expectInvalid("reachedMilestones[0] unknown-reference");
        secretariat
                .post(path + "/verification", "{\"outcome\":\"NOT_IMPLEMENTED\",\"text\":\"Given up\"}")
                .expect(200);
        officer.post(path + "/progress", "{\"text\":\"Late\"}").expectProblem(409, "not-ended");
        officer.post(path + "/completion", "{\"text\":\"Late\"}").expectProblem(409, "not-ended");
        officer.post(path + "/waiting", "{\"authority\":\"central\",\"text\":\"Late\"}")
                .expectProblem(409, "not-ended");
        secretariat.post(path + "/sending-back", "{\"reason\":\"Late\"}").expectProblem(409, "claimed");
    }

    @Test
    void promisingAgainChangesNothingAndAnotherPromiseNeedsAnotherId() {
        String promise = promise().toString();
        head.post("/api/commitments", promise).expect(201);
        assertThat(head.post("/api/commitments", promise).expect(201).eTag()).isEqualTo("\"0\"");
        head.post("/api/commitments", promise().put("text", "Another").toString())
                .expectProblem(409, "same-commitment");
    }

    @Test
    void aRepeatUnderTheSameKeyPromisesOnceThoughItNamesNoId() {
        ObjectNode promise = promise();
        promise.remove("commitmentId");
        String key = fresh("key");
        Reply first = head.post("/api/commitments", promise.toString(), "Idempotency-Key", key)
                .expect(201);
        Reply second = head.post("/api/commitments", promise.toString(), "Idempotency-Key", key)
                .expect(201);
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        head.post("/api/commitments", promise.put("text", "Another").toString(), "Idempotency-Key", key)
                .expectProblem(422, "idempotency-key-reused");
    }

    @Test
    void anOldPictureIsNoBasisForACommand() {
        head.post("/api/commitments", promise().toString()).expect(201);
        officer.post(path + "/progress", "{\"text\":\"Begun\"}", "If-Match", "\"0\"")
                .expect(200);
        officer.post(path + "/completion", "{\"text\":\"Done\"}", "If-Match", "\"0\"")
                .expectProblem(412, "stale-version");
    }

    @Test
    void aPromiseOnARestrictedQuestionIsSeenByThoseWhoMayReadIt() {
        String restricted = fresh("question");
        dialogue.raise(
                restricted,
                1,
                Dialogue.PROGRAMME,
                new Visibility(Visibility.Kind.RESTRICTED, List.of(new BodyId("home-affairs"))));
        await().until(() -> knowledge.question(new QuestionId(restricted)).isPresent());
        ObjectNode promise = promise();
        promise.putArray("subjects").addObject().put("question", restricted);
        head.post("/api/commitments", promise.toString()).expect(201);

        officer.get(path).expect(200);
        as(TestActors.auditor()).get(path).expect(200);
        as(TestActors.delegateOf("dien-lam")).get(path).expect(200);
        as(TestActors.delegateOf("nga-my")).get(path).expectProblem(404, "unknown");
        as(TestActors.headOf("police")).get(path).expectProblem(404, "unknown");
        Actor police = TestActors.headOf("police");
        promise.put("commitmentId", fresh("commitment")).putArray("bodies").add("police");
        as(police).post("/api/commitments", promise.toString()).expectInvalid("subjects[0].question unknown-reference");
    }

    @Test
    void aQuestionOfAnotherProgrammeIsNoSubject() {
        String elsewhere = fresh("question");
        dialogue.raise(elsewhere, 1, new ProgrammeId("2022"), Visibility.toEverybody());
        await().until(() -> knowledge.question(new QuestionId(elsewhere)).isPresent());
        ObjectNode promise = promise();
        promise.putArray("subjects").addObject().put("question", elsewhere);
        head.post("/api/commitments", promise.toString()).expectInvalid("subjects[0].question same-programme");
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("{\"programmeId\":null}", "programmeId", "not-null"),
                Arguments.of("{\"committedBy\":\"EVERYBODY\"}", "committedBy", "wrong-type"),
                Arguments.of("{\"bodies\":[]}", "bodies", "not-empty"),
                Arguments.of("{\"bodies\":[\"home-affairs\",\"nobody\"]}", "bodies[1]", "unknown-reference"),
                Arguments.of("{\"bodies\":[\"home-affairs\",\"home-affairs\"]}", "bodies[1]", "body-twice"),
                Arguments.of("{\"assignedBy\":\"nobody\"}", "assignedBy", "unknown-reference"),
                Arguments.of("{\"assignedBy\":\"home-affairs\"}", "assignedBy", "another-body"),
                Arguments.of("{\"subjects\":[{\"question\":\"none\"}]}", "subjects[0].question", "unknown-reference"),
                Arguments.of("{\"subjects\":[{}]}", "subjects[0].question", "not-null"),
                Arguments.of("{\"text\":\"\"}", "text", "not-blank"),
                Arguments.of("{\"text\":\"" + "x".repeat(10_001) + "\"}", "text", "size"),
                Arguments.of("{\"due\":null}", "due", "not-null"),
                Arguments.of("{\"due\":{}}", "due.kind", "not-null"),
                Arguments.of("{\"due\":{\"kind\":null}}", "due.kind", "not-null"),
                Arguments.of(
                        "{\"milestones\":[{\"id\":\"a\",\"text\":\"x\",\"due\":{}}]}",
                        "milestones[0].due.kind",
                        "not-null"),
                Arguments.of("{\"due\":{\"kind\":\"BY_DATE\"}}", "due", "format"),
                Arguments.of("{\"due\":{\"kind\":\"NONE_SET\",\"date\":\"2024-01-01\"}}", "due", "format"),
                Arguments.of("{\"measure\":{\"unit\":\" \",\"baseline\":1,\"target\":0}}", "measure.unit", "not-blank"),
                Arguments.of("{\"measure\":{\"unit\":\"x\",\"target\":0}}", "measure.baseline", "not-null"),
                Arguments.of(
                        "{\"measure\":{\"unit\":\"x\",\"baseline\":1,\"target\":\"many\"}}",
                        "measure.target",
                        "wrong-type"),
                Arguments.of(
                        "{\"measure\":{\"unit\":\"x\",\"baseline\":1,\"target\":1}}",
                        "measure.target",
                        "target-differs"),
                Arguments.of(
                        "{\"measure\":{\"unit\":\"x\",\"baseline\":1,\"target\":1e16}}", "measure.target", "digits"),
                Arguments.of(
                        "{\"measure\":{\"unit\":\"x\",\"baseline\":1,\"target\":1e300}}", "measure.target", "range"),
                Arguments.of(
                        "{\"milestones\":[{\"id\":\"a b\",\"text\":\"x\",\"due\":{\"kind\":\"NONE_SET\"}}]}",
                        "milestones[0].id",
                        "pattern"),
                Arguments.of(
                        "{\"milestones\":[{\"id\":\"a\",\"text\":\"x\",\"due\":{\"kind\":\"NONE_SET\"}},"
                                + "{\"id\":\"a\",\"text\":\"y\",\"due\":{\"kind\":\"NONE_SET\"}}]}",
                        "milestones[1].id",
                        "milestone-twice"),
                Arguments.of("{\"happenedAt\":\"2099-01-01T00:00:00Z\"}", "happenedAt", "not-in-future"),
                Arguments.of("{\"commitmentId\":\"not an id\"}", "commitmentId", "format"),
                Arguments.of("{\"promise\":true}", "promise", "unknown-field"));
    }

    @ParameterizedTest(name = "{1} {2}")
    @MethodSource("mistakes")
    void everyMistakeIsNamed(String change, String field, String rule) {
        promised(change).expectInvalid(field + " " + rule);
    }

    @Test
    void whatAMistakeMakesOfTheRestIsNamedToo() {
        promised("{\"programmeId\":\"1999\"}")
                .expectInvalid("programmeId unknown-reference", "subjects[0].question same-programme");
        promised("{\"due\":{\"kind\":\"BY_DATE\",\"date\":\"2023-07-13\"}}")
                .expectInvalid("due.date not-before-promise", "milestones[0].due.date not-after-whole");
    }

    private Reply promised(String change) {
        ObjectNode promise = promise();
        promise.setAll((ObjectNode) JSON.readTree(change));
        return head.post("/api/commitments", promise.toString());
    }

    @Test
    void aPartThatTheQuestionDoesNotHaveIsNamed() {
        ObjectNode promise = promise();
        promise.putArray("subjects")
                .addObject()
                .put("question", question)
                .putArray("parts")
                .add(3);
        head.post("/api/commitments", promise.toString()).expectInvalid("subjects[0].parts[0] unknown-reference");
    }

    @Test
    void mistakesAboutACommitmentAreNamedToo() {
        head.post("/api/commitments", promise().toString()).expect(201);
        officer.post(path + "/waiting", "{\"authority\":\"nobody\",\"text\":\"x\"}")
                .expectInvalid("authority unknown-reference");
        officer.post(path + "/progress", "{\"text\":\"x\",\"evidence\":[{\"title\":\"t\",\"url\":\"/here\"}]}")
                .expectInvalid("evidence[0].url http-url");
        officer.post(path + "/completion", "{\"text\":\"x\",\"evidence\":[{\"title\":\"t\",\"url\":\"ftp://x.org\"}]}")
                .expectInvalid("evidence[0].url http-url");
        officer.post(path + "/progress", "{\"text\":\"x\",\"reachedMilestones\":[\"half\",\"half\"]}")
                .expectInvalid("reachedMilestones[1] milestone-twice");
        officer.post(path + "/progress", "{\"text\":\"x\",\"measured\":\"few\"}")
                .expectInvalid("measured wrong-type");
        secretariat.post(path + "/verification", "{\"text\":\"x\"}").expectInvalid("outcome not-null");
        secretariat.post(path + "/sending-back", "{}").expectInvalid("reason not-blank");
        officer.post("/api/commitments/none/progress", "{\"text\":\"x\"}").expectProblem(404, "unknown");
        officer.get("/api/commitments/none").expectProblem(404, "unknown");
    }

    @Test
    void aVerdictIsPutRight() {
        head.post("/api/commitments", promise().toString()).expect(201);
        officer.post(path + "/completion", "{\"text\":\"All done\"}").expect(200);
        secretariat
                .post(path + "/verification", "{\"outcome\":\"IMPLEMENTED\",\"text\":\"Seen\"}")
                .expectProblem(409, "milestones-unreached");
        secretariat
                .post(
                        path + "/verification",
                        "{\"outcome\":\"IMPLEMENTED\",\"text\":\"Seen\",\"unreachedMilestones\":[\"half\"]}")
                .expect(200);
        Reply corrected = secretariat
                .post(path + "/verification/correction", "{\"text\":\"Not seen\",\"reason\":\"Another village\"}")
                .expect(200);
        assertThat(corrected.at("/status")).isEqualTo("OPEN");
        assertThat(corrected.json().path("verdicts")).hasSize(1);
        assertThat(corrected.json().path("verdictCorrections")).hasSize(1);
        assertThat(corrected.json().has("verdict")).isFalse();
        officer.post(path + "/completion", "{\"text\":\"All done\"}").expect(200);
        assertThat(status()).isEqualTo("CLAIMED");
    }

    @Test
    void theNumberOfTheLatestMomentCounts() {
        head.post("/api/commitments", promise().toString()).expect(201);
        officer.post(path + "/progress", measured(60, "2024-03-01")).expect(200);
        officer.post(path + "/progress", measured(90, "2024-01-01")).expect(200);
        assertThat(kept().path("measure").path("current").asInt()).isEqualTo(60);
        officer.post(path + "/progress", measured(-5, "2024-04-01")).expectInvalid("measured not-negative");
        officer.post(path + "/progress", measured(50, "2023-07-13")).expectInvalid("happenedAt not-before-predecessor");
    }

    @Test
    void whatIsOwedInAnArchivedProgrammeIsSettledButNothingBegins() {
        ProgrammeId past = new ProgrammeId(fresh("programme"));
        ProgrammeId next = new ProgrammeId(fresh("programme"));
        dialogue.announce(past);
        dialogue.announce(next);
        await().until(() -> knowledge.programme(next).isPresent());
        ObjectNode promise = promise();
        promise.put("programmeId", past.value()).remove("subjects");
        head.post("/api/commitments", promise.toString()).expect(201);
        dialogue.archive(past);
        await().until(() -> knowledge.programme(past).orElseThrow().stage() == ProgrammeReference.Stage.ARCHIVED);

        officer.post(path + "/progress", "{\"text\":\"Begun\"}").expect(200);
        head.post(
                        "/api/commitments",
                        promise.put("commitmentId", fresh("commitment")).toString())
                .expectProblem(409, "programme-stage");
        String carryOver = "{\"programmeId\":\"%s\",\"reason\":\"It takes longer\"}";
        officer.post(path + "/carry-over", carryOver.formatted(next.value())).expectProblem(403, "not-permitted");
        secretariat
                .post(path + "/carry-over", carryOver.formatted(past.value()))
                .expectProblem(409, "another-programme");
        Reply carried = secretariat
                .post(path + "/carry-over", carryOver.formatted(next.value()))
                .expect(200);
        assertThat(carried.at("/programmeId")).isEqualTo(next.value());
        assertThat(carried.at("/carriedOver/0/formerProgramme")).isEqualTo(past.value());
    }

    @Test
    void aHiddenCommitmentIsNotToldOfByItsVersion() {
        String restricted = fresh("question");
        dialogue.raise(
                restricted,
                1,
                Dialogue.PROGRAMME,
                new Visibility(Visibility.Kind.RESTRICTED, List.of(new BodyId("home-affairs"))));
        await().until(() -> knowledge.question(new QuestionId(restricted)).isPresent());
        ObjectNode promise = promise();
        promise.putArray("subjects").addObject().put("question", restricted);
        head.post("/api/commitments", promise.toString()).expect(201);

        Caller police = as(TestActors.headOf("police"));
        for (String version : List.of("\"0\"", "\"7\"")) {
            police.post(path + "/progress", "{\"text\":\"x\"}", "If-Match", version)
                    .expectProblem(404, "unknown");
            police.post("/api/commitments/none/progress", "{\"text\":\"x\"}", "If-Match", version)
                    .expectProblem(404, "unknown");
        }
    }

    @Test
    void aTakenIdTellsNothingButThatItIsTaken() {
        String restricted = fresh("question");
        dialogue.raise(
                restricted,
                1,
                Dialogue.PROGRAMME,
                new Visibility(Visibility.Kind.RESTRICTED, List.of(new BodyId("home-affairs"))));
        await().until(() -> knowledge.question(new QuestionId(restricted)).isPresent());
        ObjectNode promise = promise();
        String open = commitment;
        String hidden = fresh("commitment");
        head.post("/api/commitments", promise.toString()).expect(201);
        promise.put("commitmentId", hidden).putArray("subjects").addObject().put("question", restricted);
        head.post("/api/commitments", promise.toString()).expect(201);

        Caller police = as(TestActors.headOf("police"));
        police.get("/api/commitments/" + open).expect(200);
        police.get("/api/commitments/" + hidden).expectProblem(404, "unknown");
        ObjectNode other = promise();
        other.putArray("bodies").add("police");
        for (String version : List.of("\"0\"", "\"7\"", "*")) {
            List<Reply> replies = Stream.of(open, hidden)
                    .map(id -> police.post(
                            "/api/commitments", other.put("commitmentId", id).toString(), "If-Match", version))
                    .toList();
            assertThat(replies).allSatisfy(reply -> {
                reply.expectProblem(409, "same-commitment");
                assertThat(reply.header("ETag")).isEmpty();
            });
            assertThat(replies.get(0).text()).isEqualTo(replies.get(1).text());
        }
    }

    @Test
    void commitmentsAreListedForThoseWhoMayKnowOfThem() {
        String restricted = fresh("question");
        dialogue.raise(
                restricted,
                1,
                Dialogue.PROGRAMME,
                new Visibility(Visibility.Kind.RESTRICTED, List.of(new BodyId("home-affairs"))));
        await().until(() -> knowledge.question(new QuestionId(restricted)).isPresent());
        String hidden = fresh("commitment");
        ObjectNode promise = promise();
        promise.putObject("due").put("kind", "BY_DATE").put("date", "2023-12-31");
        promise.remove("milestones");
        head.post("/api/commitments", promise.toString()).expect(201);
        promise.put("commitmentId", hidden).putArray("subjects").addObject().put("question", restricted);
        head.post("/api/commitments", promise.toString()).expect(201);
        secretariat
                .post(path + "/verification", "{\"outcome\":\"NOT_IMPLEMENTED\",\"text\":\"Given up\"}")
                .expect(200);
        await().untilAsserted(() ->
                assertThat(listed(secretariat, "&status=NOT_IMPLEMENTED")).contains(commitment));
        await().untilAsserted(() -> assertThat(listed(secretariat, "")).contains(hidden));

        Caller delegate = as(TestActors.delegateOf("nga-my"));
        assertThat(listed(delegate, "")).contains(commitment).doesNotContain(hidden);
        assertThat(listed(officer, "&body=home-affairs&programme=2023")).contains(commitment, hidden);
        assertThat(listed(officer, "&question=" + question)).containsExactly(commitment);
        assertThat(listed(officer, "&late=true")).contains(hidden).doesNotContain(commitment);
        assertThat(listed(officer, "&late=false")).contains(commitment).doesNotContain(hidden);
        assertThat(listed(officer, "&dueBefore=2023-12-31")).doesNotContain(commitment);
        assertThat(listed(officer, "&dueBefore=2024-01-01&sort=-due")).contains(commitment);
        delegate.get("/api/commitments?question=" + restricted).expectInvalid("question unknown-reference");
        delegate.get("/api/commitments?question=none").expectInvalid("question unknown-reference");
        officer.get("/api/commitments?programme=1999").expectInvalid("programme unknown-reference");
    }

    @Test
    void aListThatHidesThingsComesInFullPages() {
        for (int i = 0; i < 3; i++) {
            ObjectNode promise = promise();
            promise.put("commitmentId", fresh("commitment"));
            head.post("/api/commitments", promise.toString()).expect(201);
        }
        String filter = "&question=" + question;
        await().untilAsserted(() -> assertThat(listed(officer, filter)).hasSize(3));
        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = officer.get("/api/commitments?limit=1" + filter + cursor)
                    .expect(200)
                    .json();
            assertThat(page.path("items")).hasSize(1);
            paged.add(page.path("items").path(0).path("commitmentId").asString());
            cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        assertThat(paged).isEqualTo(listed(officer, filter));
    }

    private static List<String> listed(Caller caller, String filter) {
        return listed(caller, "/api/commitments?limit=200" + filter, "commitmentId");
    }

    private static String measured(int number, String day) {
        return "{\"text\":\"Counted\",\"measured\":%d,\"happenedAt\":\"%sT00:00:00Z\"}".formatted(number, day);
    }

    private JsonNode kept() {
        return secretariat.get(path).expect(200).json();
    }

    private ObjectNode promise() {
        return (ObjectNode) JSON.readTree("""
                {"commitmentId":"%s","programmeId":"2023","subjects":[{"question":"%s","parts":[1]}],
                 "committedBy":"BODIES","bodies":["home-affairs"],"assignedBy":"peoples-committee",
                 "text":"Settle the redundant cadres","due":{"kind":"NONE_SET"},
                 "measure":{"unit":"cadres","baseline":127,"target":0},
                 "milestones":[{"id":"half","text":"Half of them","due":{"kind":"BY_DATE","date":"2024-06-30"}}],
                 "source":{"document":"000","note":"of more than 460"},"happenedAt":"2023-07-14T02:00:00Z"}""".formatted(commitment, question));
    }

    private String status() {
        return secretariat.get(path).expect(200).json().path("status").asString();
    }

    private Map<String, Object> metadata() {
        return ledger.readEvents(new CommitmentId(commitment).toString()).peek().getMetaData();
    }
}
