package org.dialogue.answers.assignment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.kit.testing.Patience.await;

import java.util.List;
import java.util.Set;
import org.dialogue.answers.testing.AnswerServiceTest;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.testing.Caller;
import org.dialogue.kit.testing.Reply;
import org.dialogue.kit.testing.TestActors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AnsweringIT extends AnswerServiceTest {

    private static final String BOTH_PARTS = """
            [{"part":1,"text":"The rule stands","proposedDisposition":"EXPLAINED"},
             {"part":2,"text":"It will be studied","proposedDisposition":"ACCEPTED_FOR_STUDY"}]""";

    private final String question = fresh("question");
    private final String assignment = fresh("assignment");
    private final String path = "/api/assignments/" + assignment;

    private Caller head;
    private Caller officer;

    @BeforeEach
    void assign() {
        head = as(TestActors.headOf("home-affairs"));
        officer = as(TestActors.officerOf("home-affairs"));
        dialogue.raise(question, 2);
        dialogue.assign(question, assignment, "home-affairs", 1, 2);
        await().until(() -> officer.get(path).status() == 200);
    }

    @Test
    void anAnswerGoesFromDraftToCorrection() {
        assertThat(officer.get(path).eTag()).isEqualTo("\"0\"");
        assertThat(officer.post(path + "/acceptance", "{}").expect(200).eTag()).isEqualTo("\"1\"");
        officer.post(path + "/holding-answer", "{\"text\":\"We count\",\"expectedOn\":\"2050-01-01\"}")
                .expect(200);
        officer.put(path + "/draft", "{\"parts\":" + BOTH_PARTS + "}").expect(200);
        String answer = head.post(path + "/clearance", "{\"draftVersion\":1}")
                .expect(200)
                .json()
                .path("answerId")
                .asString();
        officer.post(path + "/publication", "{\"answerId\":\"" + answer + "\"}").expect(200);
        head.post(path + "/corrections", correction(answer)).expect(200);

        Reply shown = officer.get(path);
        JsonNode found = shown.json();
        assertThat(shown.eTag()).isEqualTo("\"5\"");
        assertThat(found.path("status").asString()).isEqualTo("ANSWERED");
        assertThat(found.path("partsDue")).isEmpty();
        assertThat(found.path("holdingAnswers")).hasSize(1);
        JsonNode published = found.path("answers").path(0);
        assertThat(published.path("parts").path(0).path("text").asString()).isEqualTo("The rule stands");
        assertThat(published.path("answeredBy").path("id").asString()).isEqualTo("head-home-affairs");
        assertThat(published
                        .path("corrections")
                        .path(0)
                        .path("parts")
                        .path(0)
                        .path("text")
                        .asString())
                .isEqualTo("The rule stands until 2024");
        assertThat(published.path("corrections").path(0).path("correction").asInt())
                .isEqualTo(1);
    }

    @Test
    void aReturnedAssignmentIsTheSecretariatsAgain() {
        officer.post(path + "/return", "{\"category\":\"NOT_RESPONSIBLE\",\"text\":\"Ask the police\"}")
                .expect(200);
        assertThat(officer.get(path).json().path("status").asString()).isEqualTo("RETURNED");
        officer.post(path + "/acceptance", "{}").expectProblem(409, "not-returned");
        officer.post(path + "/return", "{\"category\":\"OTHER\",\"text\":\"Nor ours\"}")
                .expectProblem(409, "not-returned");
    }

    @Test
    void aHeadWhoIsNoPersonOnRecordClearsNothing() {
        officer.post(path + "/acceptance", "{}").expect(200);
        as(new Actor("x", "unknown-person", "head", null, "home-affairs", Set.of(Role.HEAD), null))
                .post(path + "/clearance", "{\"parts\":" + BOTH_PARTS + "}")
                .expectProblem(409, "actor-on-record");
    }

    @Test
    void aBodyKeepsThePartsThatAreItsOwn() {
        officer.post(path + "/acceptance", "{}").expect(200);
        Reply returned = officer.post(
                        path + "/return",
                        "{\"category\":\"NOT_RESPONSIBLE\",\"text\":\"Ask the police\",\"parts\":[2]}")
                .expect(200);
        assertThat(returned.at("/status")).isEqualTo("ACCEPTED");
        assertThat(returned.at("/standings/1/standing")).isEqualTo("RETURNED");
        assertThat(returned.json().path("partsDue").toString()).isEqualTo("[1]");
        String answer = head.post(
                        path + "/clearance",
                        "{\"parts\":[{\"part\":1,\"text\":\"One\",\"proposedDisposition\":\"EXPLAINED\"}]}")
                .expect(200)
                .at("/answerId");
        Reply published = officer.post(path + "/publication", "{\"answerId\":\"" + answer + "\"}")
                .expect(200);
        assertThat(published.at("/status")).isEqualTo("RETURNED");
        assertThat(published.eTag()).isEqualTo(officer.get(path).eTag());
        officer.post(path + "/return", "{\"category\":\"OTHER\",\"text\":\"No\",\"parts\":[]}")
                .expectInvalid("parts size");
    }

    @Test
    void whatIsSaidTwiceIsRecordedOnce() {
        String first = officer.post(path + "/acceptance", "{}").expect(200).eTag();
        assertThat(officer.post(path + "/acceptance", "{}").expect(200).eTag()).isEqualTo(first);
        officer.post(path + "/acceptance", "{\"happenedAt\":\"2024-01-01T00:00:00Z\"}")
                .expectProblem(409, "accepted-once");
        String words = "{\"parts\":" + BOTH_PARTS + "}";
        Reply cleared = head.post(path + "/clearance", words).expect(200);
        Reply again = head.post(path + "/clearance", words).expect(200);
        assertThat(again.at("/answerId")).isEqualTo(cleared.at("/answerId"));
        assertThat(again.eTag()).isEqualTo(cleared.eTag());
    }

    @Test
    void nothingHappensBeforeItWasAsked() {
        officer.post(path + "/acceptance", "{\"happenedAt\":\"2023-07-02T00:00:00Z\"}")
                .expectInvalid("happenedAt not-before-predecessor");
        officer.post(path + "/acceptance", "{\"happenedAt\":\"0026-07-02T00:00:00Z\"}")
                .expectInvalid("happenedAt implausible-time");
        officer.post(path + "/acceptance", "{}").expect(200);
        officer.post(path + "/holding-answer", "{\"text\":\"We count\",\"expectedOn\":\"2206-01-01\"}")
                .expectInvalid("expectedOn implausible-day");
    }

    @Test
    void nothingIsWorkedOnBeforeItIsAccepted() {
        officer.put(path + "/draft", "{\"parts\":" + BOTH_PARTS + "}").expectProblem(409, "accepted-first");
        head.post(path + "/clearance", "{\"parts\":" + BOTH_PARTS + "}").expectProblem(409, "accepted-first");
        officer.post(path + "/holding-answer", "{\"text\":\"Later\"}").expectProblem(409, "accepted-first");
        officer.post(path + "/publication", "{\"answerId\":\"any\"}").expectProblem(409, "accepted-first");
    }

    @Test
    void aDraftIsSavedUnderItsVersion() {
        officer.post(path + "/acceptance", "{}").expect(200);
        officer.get(path + "/draft").expectProblem(404, "unknown");
        String unfinished = "{\"parts\":[{\"part\":2,\"text\":\"Perhaps\"}]}";
        assertThat(officer.put(path + "/draft", unfinished).expect(200).eTag()).isEqualTo("\"1\"");
        assertThat(officer.put(path + "/draft", unfinished, "If-Match", "\"1\"")
                        .expect(200)
                        .eTag())
                .isEqualTo("\"2\"");
        officer.put(path + "/draft", unfinished, "If-Match", "\"1\"").expectProblem(412, "stale-version");
        assertThat(officer.get(path + "/draft")
                        .expect(200)
                        .json()
                        .path("parts")
                        .path(0)
                        .path("text")
                        .asString())
                .isEqualTo("Perhaps");

        head.post(path + "/clearance", "{\"draftVersion\":1}").expectProblem(412, "stale-version");
        head.post(path + "/clearance", "{}").expectInvalid("draft.parts[0].proposedDisposition required");
        as(TestActors.officerOf("police")).get(path + "/draft").expectProblem(404, "unknown");
        as(TestActors.secretariat()).get(path + "/draft").expectProblem(403, "not-permitted");
    }

    @Test
    void aDraftSpeaksToItsOwnParts() {
        officer.post(path + "/acceptance", "{}").expect(200);
        officer.put(path + "/draft", "{\"parts\":[{\"part\":3,\"text\":\"What?\"}]}")
                .expectInvalid("parts[0].part part-not-here");
    }

    @Test
    void thereIsNothingToClearWithoutADraftOrWords() {
        officer.post(path + "/acceptance", "{}").expect(200);
        head.post(path + "/clearance", "{}").expectProblem(409, "something-drafted");
        head.post(path + "/clearance", "{\"draftVersion\":1,\"parts\":" + BOTH_PARTS + "}")
                .expectInvalid("draftVersion draft-or-parts");
        head.post(
                        path + "/clearance",
                        "{\"parts\":[{\"part\":1,\"text\":\"One\",\"proposedDisposition\":\"EXPLAINED\"}]}")
                .expectInvalid("parts part-missing");
    }

    @Test
    void aClearanceUnderTheSameIdIsRepeatedWithoutEffect() {
        officer.post(path + "/acceptance", "{}").expect(200);
        String clearance = "{\"answerId\":\"" + fresh("answer") + "\",\"parts\":" + BOTH_PARTS + "}";
        String first = head.post(path + "/clearance", clearance).expect(200).eTag();
        assertThat(head.post(path + "/clearance", clearance).expect(200).eTag()).isEqualTo(first);
        head.post(path + "/clearance", clearance.replace("studied", "done")).expectProblem(409, "answer-id-unused");
    }

    @Test
    void somebodyOnRecordAnswersForTheBody() {
        officer.post(path + "/acceptance", "{}").expect(200);
        String answer = clear();
        officer.post(path + "/publication", "{\"answerId\":\"" + answer + "\",\"answeredBy\":\"nobody\"}")
                .expectInvalid("answeredBy unknown-reference");
        officer.post(
                        path + "/publication",
                        "{\"answerId\":\"" + answer
                                + "\",\"answeredBy\":\"head-police\",\"source\":{\"document\":\"000\"}}")
                .expect(200);
        JsonNode published = officer.get(path).json().path("answers").path(0);
        assertThat(published.path("answeredBy").path("id").asString()).isEqualTo("head-police");
        assertThat(published.path("source").path("document").asString()).isEqualTo("000");
    }

    @Test
    void onlyAPublishedAnswerIsCorrected() {
        officer.post(path + "/acceptance", "{}").expect(200);
        String answer = clear();
        head.post(path + "/corrections", correction(answer)).expectProblem(409, "published");
    }

    @Test
    void anOldPictureIsNoBasisForACommand() {
        officer.post(path + "/acceptance", "{}", "If-Match", "\"0\"").expect(200);
        officer.post(path + "/holding-answer", "{\"text\":\"Later\"}", "If-Match", "\"0\"")
                .expectProblem(412, "stale-version");
        officer.post(path + "/holding-answer", "{\"text\":\"Later\"}", "If-Match", "\"1\"")
                .expect(200);
        officer.post(path + "/holding-answer", "{\"text\":\"Later\"}", "If-Match", "nonsense")
                .expectInvalid("If-Match format");
    }

    @Test
    void aRepeatedRequestIsAnsweredAsTheFirst() {
        String key = fresh("key");
        String text = "{\"text\":\"We count\"}";
        officer.post(path + "/acceptance", "{}").expect(200);
        String first = officer.post(path + "/holding-answer", text, "Idempotency-Key", key)
                .expect(200)
                .eTag();
        Reply repeated = officer.post(path + "/holding-answer", text, "Idempotency-Key", key)
                .expect(200);
        assertThat(repeated.eTag()).isEqualTo(first);
        assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(officer.get(path).json().path("holdingAnswers")).hasSize(1);
        officer.post(path + "/holding-answer", "{\"text\":\"We count on\"}", "Idempotency-Key", key)
                .expectProblem(422, "idempotency-key-reused");
    }

    @Test
    void eachBodyListsItsOwnAndTheSecretariatAll() {
        String theirs = fresh("assignment");
        dialogue.assign(question, theirs, "police", 1, 2);
        Caller secretariat = as(TestActors.secretariat());
        await().untilAsserted(() -> assertThat(listed(secretariat, "")).contains(assignment, theirs));
        assertThat(listed(officer, "")).contains(assignment).doesNotContain(theirs);
        assertThat(listed(officer, "&body=police")).isEmpty();
        assertThat(listed(secretariat, "&body=police")).contains(theirs).doesNotContain(assignment);
        assertThat(listed(as(TestActors.delegateOf("dien-lam")), "")).isEmpty();

        officer.post(path + "/acceptance", "{}").expect(200);
        await().untilAsserted(
                        () -> assertThat(listed(officer, "&status=ACCEPTED")).contains(assignment));
        assertThat(listed(officer, "&status=OPEN")).doesNotContain(assignment);
    }

    @Test
    void aLongListComesInPages() {
        Caller secretariat = as(TestActors.secretariat());
        dialogue.assign(question, fresh("assignment"), "police", 1, 2);
        await().untilAsserted(() -> assertThat(listed(secretariat, "").size()).isGreaterThan(1));
        JsonNode first = secretariat.get("/api/assignments?limit=1").expect(200).json();
        assertThat(first.path("items")).hasSize(1);
        String cursor = first.path("next").asString();
        JsonNode second = secretariat
                .get("/api/assignments?limit=1&cursor=" + cursor)
                .expect(200)
                .json();
        assertThat(second.path("items").path(0).path("assignmentId").asString())
                .isNotEqualTo(first.path("items").path(0).path("assignmentId").asString());
    }

    private String clear() {
        return head.post(path + "/clearance", "{\"parts\":" + BOTH_PARTS + "}")
                .expect(200)
                .json()
                .path("answerId")
                .asString();
    }

    private static String correction(String answer) {
        return "{\"answerId\":\"" + answer
                + "\",\"reason\":\"An end was missing\",\"parts\":[{\"part\":1,\"text\":\"The rule stands until 2024\","
                + "\"proposedDisposition\":\"EXPLAINED\"}]}";
    }

    private static List<String> listed(Caller caller, String filter) {
        return listed(caller, "/api/assignments?limit=200" + filter, "assignmentId");
    }
}
