package org.dialogue.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.kit.testing.Patience.await;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dialogue.answers.testing.AnswerServiceTest;
import org.dialogue.answers.testing.Dialogue;
import org.dialogue.events.question.Visibility;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.kit.testing.AccessMatrix;
import org.dialogue.kit.testing.Caller;
import org.dialogue.kit.testing.TestActors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** The table in {@code access.md}: about one assignment and one commitment of Home Affairs, on a question restricted to it. */
class WhoMayDoWhatIT extends AnswerServiceTest {

    private final String question = fresh("question");
    private final String assignment = fresh("assignment");
    private final String commitment = fresh("commitment");

    @TestFactory
    Stream<DynamicTest> everybodyAtEveryDoor() {
        dialogue.raise(
                question,
                1,
                Dialogue.PROGRAMME,
                new Visibility(Visibility.Kind.RESTRICTED, List.of(new BodyId("home-affairs"))));
        dialogue.assign(question, assignment, "home-affairs", 1);
        Caller officer = as(TestActors.officerOf("home-affairs"));
        await().until(() -> officer.get("/api/assignments/" + assignment).status() == 200);
        assertThat(officer.post("/api/assignments/" + assignment + "/acceptance", "{}")
                        .status())
                .isBetween(200, 299);
        officer.put("/api/assignments/" + assignment + "/draft", "{\"parts\":[{\"part\":1,\"text\":\"So\"}]}")
                .expect(200);
        as(TestActors.headOf("home-affairs"))
                .post("/api/commitments", """
                {"commitmentId":"%s","programmeId":"2023","subjects":[{"question":"%s","parts":[1]}],"committedBy":"BODIES",
                 "bodies":["home-affairs"],"text":"It will be done.","due":{"kind":"NONE_SET"}}""".formatted(commitment, question))
                .expect(201);
        return AccessMatrix.tests(callers(), this::address, this::body);
    }

    private Map<String, Caller> callers() {
        Map<String, Caller> callers = new LinkedHashMap<>();
        callers.put("anonymous", Caller.anonymous(port));
        callers.put("delegate, own", as(TestActors.delegateOf("dien-lam")));
        callers.put("delegate, foreign", as(TestActors.delegateOf("elsewhere")));
        callers.put("officer, own", as(TestActors.officerOf("home-affairs")));
        callers.put("officer, foreign", as(TestActors.officerOf("police")));
        callers.put("head, own", as(TestActors.headOf("home-affairs")));
        callers.put("head, foreign", as(TestActors.headOf("police")));
        callers.put("secretariat", as(TestActors.secretariat()));
        callers.put("chair", as(TestActors.chair()));
        callers.put("auditor", as(TestActors.auditor()));
        callers.put("operator", as(TestActors.operator()));
        return callers;
    }

    private String address(String operation) {
        String path = operation.substring(operation.indexOf(' ') + 1);
        return path.replace("/questions/{id}", "/questions/" + question)
                        .replace("/assignments/{id}", "/assignments/" + assignment)
                        .replace("/commitments/{id}", "/commitments/" + commitment)
                        .replace("/projections/{name}", "/projections/assignments")
                        .replace("{group}/{id}", "none/none")
                        .replace("{size}", "1")
                + (path.endsWith("/consistency")
                        ? "?from=1&to=2"
                        : path.endsWith("/inclusion") ? "?position=1&size=1" : "");
    }

    /** The described example, about what there is here. */
    private String body(String operation, JsonNode example) {
        return example.toString()
                .replace("nghe-an-2023", Dialogue.PROGRAMME.value())
                .replace("2023-P4-home-affairs-1", fresh("answer"))
                .replace("2023-P4", question)
                .replace("2023-C8", fresh("commitment"))
                // What is expected or due lies ahead.
                .replaceAll("202[34]-\\d\\d-\\d\\d\"", LocalDate.now().plusDays(30) + "\"");
    }
}
