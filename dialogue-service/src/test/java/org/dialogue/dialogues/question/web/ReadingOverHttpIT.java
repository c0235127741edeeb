package org.dialogue.dialogues.question.web;

import java.util.Set;
import org.dialogue.dialogues.testing.Given;
import org.dialogue.dialogues.testing.Scene;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;
import org.junit.jupiter.api.Test;

class ReadingOverHttpIT extends Scene {

    @Test
    void aRestrictedQuestionDoesNotExistForOthers() {
        String id = fresh("question");
        post(
                        delegate,
                        "/api/questions",
                        question(
                                id,
                                "\"visibility\":{\"kind\":\"RESTRICTED\",\"bodies\":[\"%s\"]}".formatted(homeAffairs)))
                .expect(201);
        String path = "/api/questions/" + id;
        Actor policeOfficer = new Actor("police", null, null, null, police, Set.of(Role.OFFICER), null);
        for (Actor reader : new Actor[] {delegate, officer, SECRETARY, AUDITOR, chair}) {
            get(reader, path).expect(200);
        }
        for (Actor stranger : new Actor[] {policeOfficer, Given.FOREIGN_DELEGATE, Given.OPERATOR}) {
            get(stranger, path).expectProblem(404, "unknown");
        }
        post(Given.FOREIGN_DELEGATE, path + "/withdrawal", "{\"reason\":\"mine\"}")
                .expectProblem(404, "unknown");
        post(SECRETARY, path + "/assignments", assigning(fresh("a"), police, "LEAD", "[]"))
                .expectProblem(409, "body-may-not-read");
    }

    @Test
    void anInternalQuestionIsForThoseWhoTakePart() {
        String id = fresh("question");
        post(delegate, "/api/questions", question(id, "\"visibility\":{\"kind\":\"INTERNAL\"}"))
                .expect(201);
        get(Given.FOREIGN_DELEGATE, "/api/questions/" + id).expect(200);
        get(Given.OPERATOR, "/api/questions/" + id).expectProblem(404, "unknown");
    }

    @Test
    void whatWasNeverAskedIsNotFound() {
        get(delegate, "/api/questions/nowhere").expectProblem(404, "unknown");
        get(delegate, "/api/questions/" + unit).expectProblem(404, "unknown");
    }
}
