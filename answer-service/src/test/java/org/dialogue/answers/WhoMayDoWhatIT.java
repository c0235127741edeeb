package org.dialogue.answers;

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

/**
 * The table in {@code access.md}: about an assignment and a commitment of Home Affairs, on a question restricted to it; and
 * once more on one that everybody may read.
 */
class WhoMayDoWhatIT extends AnswerServiceTest {

    private static final String OPEN = ", on a question for everybody";

    private final Matter restricted = new Matter();
    private final Matter open = new Matter();

    @TestFactory
    Stream<DynamicTest> everybodyAtEveryDoor() {
        begin(restricted, new Visibility(Visibility.Kind.RESTRICTED, List.of(new BodyId("home-affairs"))));
        begin(open, Visibility.toEverybody());
        return AccessMatrix.tests(callers(), this::address, this::body, onTheOpenOne());
    }

    private void begin(Matter matter, Visibility visibility) {
        dialogue.raise(matter.question, 1, Dialogue.PROGRAMME, visibility);
        dialogue.assign(matter.question, matter.assignment, "home-affairs", 1);
        Caller officer = as(TestActors.officerOf("home-affairs"));
        await().until(() -> officer.get("/api/assignments/" + matter.assignment).status() == 200);
        officer.post("/api/assignments/" + matter.assignment + "/acceptance", "{}")
                .expect(200);
        officer.put("/api/assignments/" + matter.assignment + "/draft", "{\"parts\":[{\"part\":1,\"text\":\"So\"}]}")
                .expect(200);
        as(TestActors.headOf("home-affairs"))
                .post("/api/commitments", """
                {"commitmentId":"%s","programmeId":"2023","subjects":[{"question":"%s","parts":[1]}],"committedBy":"BODIES",
                 "bodies":["home-affairs"],"text":"It will be done.","due":{"kind":"NONE_SET"}}""".formatted(matter.commitment, matter.question))
                .expect(201);
    }

    private static String[] onTheOpenOne() {
        return Stream.of(
                        "POST /api/assignments/{id}/acceptance",
                        "POST /api/assignments/{id}/clearance",
                        "POST /api/assignments/{id}/corrections",
                        "GET /api/assignments/{id}/draft",
                        "PUT /api/assignments/{id}/draft",
                        "POST /api/assignments/{id}/holding-answer",
                        "POST /api/assignments/{id}/publication",
                        "POST /api/assignments/{id}/return",
                        "GET /api/assignments/{id}",
                        "POST /api/commitments/{id}/completion",
                        "POST /api/commitments/{id}/progress",
                        "POST /api/commitments/{id}/resumption",
                        "POST /api/commitments/{id}/verification",
                        "POST /api/commitments/{id}/waiting",
                        "GET /api/commitments/{id}",
                        "POST /api/commitments",
                        "GET /api/questions/{id}/answers")
                .map(operation -> operation + OPEN)
                .toArray(String[]::new);
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

    private String address(String row) {
        String path = row.substring(row.indexOf(' ') + 1).replace(OPEN, "");
        Matter matter = about(row);
        return path.replace("/questions/{id}", "/questions/" + matter.question)
                        .replace("/assignments/{id}", "/assignments/" + matter.assignment)
                        .replace("/commitments/{id}", "/commitments/" + matter.commitment)
                        .replace("/projections/{name}", "/projections/assignments")
                        .replace("{group}/{id}", "none/none")
                        .replace("{size}", "1")
                + (path.endsWith("/consistency")
                        ? "?from=1&to=2"
                        : path.endsWith("/inclusion") ? "?position=1&size=1" : "");
    }

    private Matter about(String row) {
        return row.endsWith(OPEN) ? open : restricted;
    }

    /** The described example, about what there is here. */
    private String body(String row, JsonNode example) {
        return example.toString()
                .replace("nghe-an-2023", Dialogue.PROGRAMME.value())
                .replace("2023-P4-home-affairs-1", fresh("answer"))
                .replace("2023-P4", about(row).question)
                .replace("2023-C8", fresh("commitment"))
                // What is expected or due lies ahead.
                .replaceAll("202[34]-\\d\\d-\\d\\d\"", LocalDate.now().plusDays(30) + "\"");
    }

    /** A question with what has become of it. */
    private static final class Matter {

        final String question = fresh("question");
        final String assignment = fresh("assignment");
        final String commitment = fresh("commitment");
    }
}
