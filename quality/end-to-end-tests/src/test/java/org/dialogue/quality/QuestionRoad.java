package org.dialogue.quality;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.dialogue.quality.harness.Cast;
import org.dialogue.quality.harness.Patience;
import org.dialogue.quality.harness.Province;
import org.dialogue.quality.harness.Reply;
import org.dialogue.quality.harness.Rest;
import org.dialogue.quality.harness.Suite;
import tools.jackson.databind.JsonNode;

/**
 * The steps of a question's way through the public interfaces, each by the person whose step it is. Steps that wait for
 * another service wait until that service shows that it knows.
 */
final class QuestionRoad {

    private final Suite suite;
    private final Cast cast;
    private final String programme;

    QuestionRoad(Province province, String programme) {
        this.suite = province.suite();
        this.cast = province.cast();
        this.programme = programme;
    }

    void openProgramme() {
        cast.openProgramme(suite.dialogues(), programme);
    }

    /** Raises a question with as many parts as wanted. */
    Reply raise(String question, int parts) {
        String body = """
                {"questionId": "%s", "programmeId": "%s", "direction": "TO_LEADERSHIP", "unit": "%s",
                 "text": "The road to the market is broken.", "topics": ["roads"], "parts": [%s]}""".formatted(question, programme, cast.commune(), each(parts, """
                                        {"number": %d, "text": "Repair it.", "topics": []}"""::formatted));
        return cast.delegate(suite.dialogues()).post("/api/questions", body, "raise-" + question);
    }

    /** Assigns all parts to the department of the cast. */
    Reply assign(String question) {
        String body = """
                {"assignments": [{"assignmentId": "%s", "body": "%s", "role": "LEAD", "parts": [],
                                  "due": {"kind": "NONE_SET"}}]}""".formatted(assignmentOf(question), cast.department());
        return cast.secretariat(suite.dialogues())
                .post("/api/questions/" + question + "/assignments", body, "assign-" + question);
    }

    /** Waits until the department finds the assignment on its desk. */
    void awaitAssignment(String question) {
        Rest officer = cast.officer(suite.answers());
        await("assignment of " + question)
                .atMost(Patience.NEWS)
                .until(() -> officer.get("/api/assignments/" + assignmentOf(question))
                                .status()
                        == 200);
    }

    /** Accepts, drafts, clears and publishes an answer that accepts every part. */
    void answer(String question, int parts) {
        String assignment = "/api/assignments/" + assignmentOf(question);
        String answer = "{\"answerId\": \"answer-%s\"}".formatted(question);
        Rest officer = cast.officer(suite.answers());
        officer.post(assignment + "/acceptance", "{}").succeeded();
        String draft = each(parts, """
                {"part": %d, "text": "It will be done.", "proposedDisposition": "ACCEPTED"}"""::formatted);
        officer.put(assignment + "/draft", "{\"parts\": [%s]}".formatted(draft)).succeeded();
        cast.head(suite.answers()).post(assignment + "/clearance", answer).succeeded();
        officer.post(assignment + "/publication", answer).succeeded();
    }

    /** Waits until the question counts as answered, and has the chair accept every part. */
    void conclude(String question, int parts) {
        awaitStatus(question, "ANSWERED");
        String conclusions = each(parts, """
                {"part": %d, "disposition": "ACCEPTED", "text": "Agreed."}"""::formatted);
        cast.chair(suite.dialogues())
                .post("/api/questions/" + question + "/conclusion", "{\"conclusions\": [%s]}".formatted(conclusions))
                .succeeded();
    }

    /** Has the head of the department promise a follow-up on the question's first part. */
    void commit(String commitment, String question) {
        String body = """
                {"commitmentId": "%s", "programmeId": "%s", "subjects": [{"question": "%s", "parts": [1]}],
                 "committedBy": "BODIES", "bodies": ["%s"], "text": "The road will be repaired.",
                 "due": {"kind": "BY_DATE", "date": "2070-12-31"},
                 "measure": {"unit": "km", "baseline": 10, "target": 0, "current": 10},
                 "milestones": [{"id": "half", "text": "Half of the way", "due": {"kind": "NONE_SET"}}]}""".formatted(commitment, programme, question, cast.department());
        cast.head(suite.answers())
                .post("/api/commitments", body, "commit-" + commitment)
                .succeeded();
    }

    void awaitStatus(String question, String status) {
        await(question + " to be " + status)
                .atMost(Patience.NEWS)
                .untilAsserted(() -> assertThat(status(question)).isEqualTo(status));
    }

    String status(String question) {
        JsonNode body = cast.secretariat(suite.dialogues())
                .get("/api/questions/" + question)
                .succeeded()
                .body();
        return body.path("status").asString();
    }

    static String assignmentOf(String question) {
        return "slot-" + question;
    }

    private static String each(int parts, IntFunction<String> json) {
        return IntStream.rangeClosed(1, parts).mapToObj(json).collect(joining(", "));
    }
}
