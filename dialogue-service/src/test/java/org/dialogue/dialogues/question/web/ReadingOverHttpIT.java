package org.dialogue.dialogues.question.web;

import org.dialogue.dialogues.testing.Scene;
import org.junit.jupiter.api.Test;

class ReadingOverHttpIT extends Scene {

    @Test
    void aBodyThatMayNotReadAQuestionIsNotAskedToAnswerIt() {
        String id = fresh("question");
        post(
                        delegate,
                        "/api/questions",
                        question(
                                id,
                                "\"visibility\":{\"kind\":\"RESTRICTED\",\"bodies\":[\"%s\"]}".formatted(homeAffairs)))
                .expect(201);
        post(SECRETARY, "/api/questions/" + id + "/assignments", assigning(fresh("a"), police, "LEAD", "[]"))
                .expectProblem(409, "body-may-not-read");
    }

    @Test
    void whatWasNeverAskedIsNotFound() {
        get(delegate, "/api/questions/nowhere").expectProblem(404, "unknown");
        get(delegate, "/api/questions/" + unit).expectProblem(404, "unknown");
    }
}
