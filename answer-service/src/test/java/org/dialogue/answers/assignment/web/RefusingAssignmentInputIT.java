package org.dialogue.answers.assignment.web;

import static org.dialogue.kit.testing.Patience.await;

import java.util.stream.Stream;
import org.dialogue.answers.testing.AnswerServiceTest;
import org.dialogue.kit.testing.Caller;
import org.dialogue.kit.testing.TestActors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusingAssignmentInputIT extends AnswerServiceTest {

    private static final String LONG = "x".repeat(10_001);

    private final String assignment = fresh("assignment");
    private final String path = "/api/assignments/" + assignment;

    private Caller head;

    @BeforeEach
    void assign() {
        head = as(TestActors.headOf("home-affairs"));
        String question = fresh("question");
        dialogue.raise(question, 1);
        dialogue.assign(question, assignment, "home-affairs", 1);
        await().until(() -> head.get(path).status() == 200);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("/acceptance", "{\"happenedAt\":\"2099-01-01T00:00:00Z\"}", "happenedAt", "not-in-future"),
                Arguments.of("/acceptance", "{\"happenedAt\":\"yesterday\"}", "happenedAt", "wrong-type"),
                Arguments.of("/acceptance", "{\"accepted\":true}", "accepted", "unknown-field"),
                Arguments.of("/return", "{\"text\":\"No\"}", "category", "not-null"),
                Arguments.of("/return", "{\"category\":\"UNCLEAR\"}", "text", "not-blank"),
                Arguments.of("/return", "{\"category\":\"UNCLEAR\",\"text\":\" \"}", "text", "not-blank"),
                Arguments.of("/return", "{\"category\":\"UNCLEAR\",\"text\":\"" + LONG + "\"}", "text", "size"),
                Arguments.of("/return", "{\"category\":\"WHATEVER\",\"text\":\"No\"}", "category", "wrong-type"),
                Arguments.of("/return", "{\"category\":1,\"text\":\"No\"}", "category", "wrong-type"),
                Arguments.of("/holding-answer", "{}", "text", "not-blank"),
                Arguments.of("/holding-answer", "{\"text\":\"" + LONG + "\"}", "text", "size"),
                Arguments.of(
                        "/holding-answer",
                        "{\"text\":\"Later\",\"expectedOn\":\"2023-07-01\",\"happenedAt\":\"2023-07-02T12:00:00Z\"}",
                        "expectedOn",
                        "not-before-answer"),
                Arguments.of(
                        "/holding-answer", "{\"text\":\"Later\",\"expectedOn\":\"soon\"}", "expectedOn", "wrong-type"),
                Arguments.of("/clearance", "{\"parts\":[]}", "parts", "size"),
                Arguments.of("/clearance", "{\"parts\":[null]}", "parts[0]", "not-null"),
                Arguments.of(
                        "/clearance",
                        "{\"parts\":[{\"part\":1,\"text\":\"So\"}]}",
                        "parts[0].proposedDisposition",
                        "not-null"),
                Arguments.of(
                        "/clearance",
                        "{\"parts\":[{\"part\":\"one\",\"text\":\"So\",\"proposedDisposition\":\"EXPLAINED\"}]}",
                        "parts[0].part",
                        "wrong-type"),
                Arguments.of(
                        "/clearance",
                        "{\"parts\":[{\"part\":1,\"text\":\"" + LONG + "\",\"proposedDisposition\":\"EXPLAINED\"}]}",
                        "parts[0].text",
                        "size"),
                Arguments.of("/clearance", "{\"answerId\":\"not an id\"}", "answerId", "format"),
                Arguments.of("/publication", "{}", "answerId", "not-null"),
                Arguments.of("/publication", "{\"answerId\":\"a\",\"answeredBy\":\"../x\"}", "answeredBy", "format"),
                Arguments.of("/publication", "{\"answerId\":\"a\",\"source\":{}}", "source.document", "not-blank"),
                Arguments.of(
                        "/corrections", "{\"answerId\":\"a\",\"reason\":\"r\",\"parts\":[]}", "parts", "not-empty"),
                Arguments.of(
                        "/corrections",
                        "{\"answerId\":\"a\",\"parts\":[{\"part\":1,\"text\":\"So\",\"proposedDisposition\":\"EXPLAINED\"}]}",
                        "reason",
                        "not-blank"),
                Arguments.of("/return", "", "", "required"),
                Arguments.of("/return", "{", "", "malformed-json"));
    }

    @ParameterizedTest(name = "{0} {2} {3}")
    @MethodSource("mistakes")
    void everyMistakeIsNamed(String address, String body, String field, String rule) {
        head.post(path + address, body).expectInvalid(field + " " + rule);
    }

    @Test
    void aDraftIsCheckedToo() {
        head.put(path + "/draft", "{\"parts\":[]}").expectInvalid("parts not-empty");
        head.put(path + "/draft", "{\"parts\":[{\"part\":1,\"text\":\"\"}]}").expectInvalid("parts[0].text not-blank");
    }

    @Test
    void aListIsAskedForInReason() {
        head.get("/api/assignments?limit=0").expectInvalid("limit min");
        head.get("/api/assignments?limit=201").expectInvalid("limit max");
        head.get("/api/assignments?limit=many").expectInvalid("limit wrong-type");
        head.get("/api/assignments?status=LOST").expectInvalid("status wrong-type");
        head.get("/api/assignments?body=not%20a%20code").expectInvalid("body format");
    }

    @Test
    void whatIsNotThereCannotBeFoundOrChanged() {
        head.get("/api/assignments/none").expectProblem(404, "unknown");
        head.post("/api/assignments/none/acceptance", "{}").expectProblem(404, "unknown");
        head.post("/api/assignments/none/publication", "{\"answerId\":\"a\"}").expectProblem(404, "unknown");
        head.put("/api/assignments/none/draft", "{\"parts\":[{\"part\":1,\"text\":\"x\"}]}")
                .expectProblem(404, "unknown");
        head.get("/api/assignments/not%20an%20id").expectInvalid("id format");
    }

    @Test
    void aBodyHasItsLimit() {
        head.post(path + "/return", "{\"text\":\"" + "x".repeat(300_000) + "\"}")
                .expectProblem(413, "body-too-large");
    }
}
