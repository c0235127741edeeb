package org.dialogue.dialogues.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dialogue.dialogues.testing.Scene;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.testing.AccessMatrix;
import org.dialogue.kit.testing.Caller;
import org.dialogue.kit.testing.TestActors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/**
 * The table in {@code access.md}: about a question restricted to Home Affairs, who answer it, and once more about an internal
 * one. Where an attempt succeeds, the next one is on another question.
 */
class WhoMayDoWhatIT extends Scene {

    private static final String INTERNAL = ", of an internal question";
    private static final String PUBLIC = ", of a public question";

    @LocalServerPort
    private int port;

    @TestFactory
    Stream<DynamicTest> everybodyAtEveryDoor() {
        return AccessMatrix.tests(
                callers(),
                this::address,
                this::body,
                "GET /api/questions/{id}" + INTERNAL,
                "GET /api/questions/{id}" + PUBLIC,
                "POST /api/questions/{id}/reopening" + INTERNAL,
                "POST /api/questions/{id}/withdrawal" + INTERNAL);
    }

    private Map<String, Caller> callers() {
        Map<String, Caller> callers = new LinkedHashMap<>();
        callers.put("anonymous", Caller.anonymous(port));
        callers.put("delegate, own", as(delegate));
        callers.put("delegate, foreign", as(TestActors.delegateOf("elsewhere")));
        callers.put("officer, own", as(TestActors.officerOf(homeAffairs)));
        callers.put("officer, foreign", as(TestActors.officerOf(police)));
        callers.put("head, own", as(TestActors.headOf(homeAffairs)));
        callers.put("head, foreign", as(TestActors.headOf(police)));
        callers.put("secretariat", as(SECRETARY));
        callers.put(
                "chair", as(new Actor(chair.subject(), chair.personId(), null, null, null, Set.of(Role.CHAIR), null)));
        callers.put("auditor", as(AUDITOR));
        callers.put("operator", as(TestActors.operator()));
        return callers;
    }

    private Caller as(Actor actor) {
        return Caller.as(port, actor);
    }

    private String address(String row) {
        String path = row.substring(row.indexOf(' ') + 1).replaceFirst(",.*", "");
        if (path.startsWith("/api/questions/")) {
            String slot = fresh("slot");
            String question = row.endsWith(INTERNAL) || row.endsWith(PUBLIC) ? assigned(slot) : restricted(slot);
            if (row.endsWith(PUBLIC)) {
                post(
                                SECRETARY,
                                "/api/questions/" + question + "/visibility",
                                "{\"visibility\":{\"kind\":\"PUBLIC\"},\"reason\":\"agreed\"}")
                        .expect(200);
            }
            return path.replace("{id}", question).replace("{assignmentId}", slot);
        }
        return path.replace("/programmes/{id}", "/programmes/" + programme)
                        .replace("/units/{id}", "/units/" + unit)
                        .replace("/bodies/{id}", "/bodies/" + homeAffairs)
                        .replace("/people/{id}", "/people/" + person)
                        .replace("/projections/{name}", "/projections/programmes")
                        .replace("{group}/{id}", "none/none")
                        .replace("{id}", "central")
                        .replace("{size}", "1")
                + (path.endsWith("/consistency")
                        ? "?from=1&to=2"
                        : path.endsWith("/inclusion") ? "?position=1&size=1" : "");
    }

    private String restricted(String slot) {
        String id = fresh("question");
        post(delegate, "/api/questions", question(id, """
                        "visibility":{"kind":"RESTRICTED","bodies":["%s"]}""".formatted(homeAffairs)))
                .expect(201);
        post(SECRETARY, "/api/questions/" + id + "/assignments", assigning(slot, homeAffairs, "LEAD", "[]"))
                .expect(200);
        return id;
    }

    /** The described example, about what there is here. */
    private String body(String operation, JsonNode example) {
        return example.toString()
                .replace("nghe-an-2023", operation.equals("POST /api/programmes") ? fresh("programme") : programme)
                .replace("quang-trung", unit)
                .replace("dien-lam", operation.equals("POST /api/units") ? fresh("commune") : unit)
                .replace("standing-committee", homeAffairs)
                .replace("home-affairs", operation.equals("POST /api/bodies") ? fresh("body") : homeAffairs)
                .replace("finance", police)
                .replace("p-1f4c82d6", operation.equals("POST /api/people") ? fresh("person") : person)
                .replace("2023-P4", fresh("question"))
                .replace("\"parent\":\"dien-chau\"", "\"parent\":null");
    }
}
