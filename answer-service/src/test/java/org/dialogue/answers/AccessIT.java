package org.dialogue.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.kit.testing.Patience.await;

import java.util.Set;
import org.dialogue.answers.testing.AnswerServiceTest;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.testing.Caller;
import org.dialogue.kit.testing.Reply;
import org.dialogue.kit.testing.TestActors;
import org.dialogue.kit.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessIT extends AnswerServiceTest {

    private final String assignment = fresh("assignment");
    private final String acceptance = "/api/assignments/" + assignment + "/acceptance";
    private final Actor officer = TestActors.officerOf("home-affairs");

    @BeforeEach
    void assign() {
        String question = fresh("question");
        dialogue.raise(question, 1);
        dialogue.assign(question, assignment, "home-affairs", 1);
        await().until(() -> as(officer).get("/api/assignments/" + assignment).status() == 200);
    }

    @Test
    void nobodyActsWithoutAToken() {
        assertThat(Caller.anonymous(port).post(acceptance, "{}").status()).isEqualTo(401);
        assertThat(Caller.anonymous(port).get("/api/assignments").status()).isEqualTo(401);
    }

    @Test
    void aTokenMustHoldWhatItClaims() {
        assertThat(Caller.withToken(port, TestTokens.expired(officer))
                        .post(acceptance, "{}")
                        .status())
                .isEqualTo(401);
        assertThat(Caller.withToken(port, TestTokens.forAnotherAudience(officer))
                        .post(acceptance, "{}")
                        .status())
                .isEqualTo(401);
        assertThat(Caller.withToken(port, TestTokens.ofAnotherIssuer(officer))
                        .post(acceptance, "{}")
                        .status())
                .isEqualTo(401);
        assertThat(Caller.withToken(port, TestTokens.forged(officer))
                        .post(acceptance, "{}")
                        .status())
                .isEqualTo(401);
        as(officer).post(acceptance, "{}").expect(200);
    }

    @ParameterizedTest
    @EnumSource(names = {"DELEGATE", "SECRETARIAT", "CHAIR", "AUDITOR", "OPERATOR"})
    void onlyOfficersAndHeadsWorkOnAssignments(Role role) {
        Caller caller = as(TestActors.withRole(role));
        caller.post(acceptance, "{}").expectProblem(403, "not-permitted");
        caller.post(
                        "/api/assignments/" + assignment + "/clearance",
                        "{\"parts\":[{\"part\":1,\"text\":\"So\",\"proposedDisposition\":\"EXPLAINED\"}]}")
                .expectProblem(403, "not-permitted");
        caller.put("/api/assignments/" + assignment + "/draft", "{\"parts\":[{\"part\":1,\"text\":\"x\"}]}")
                .expectProblem(403, "not-permitted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"acceptance", "return", "holding-answer", "clearance", "publication", "corrections"})
    void aForeignBodyDoesNothing(String act) {
        String body = switch (act) {
            case "return" -> "{\"category\":\"OTHER\",\"text\":\"No\"}";
            case "holding-answer" -> "{\"text\":\"Later\"}";
            case "publication" -> "{\"answerId\":\"a\"}";
            case "corrections" ->
                "{\"answerId\":\"a\",\"reason\":\"r\",\"parts\":[{\"part\":1,\"text\":\"So\",\"proposedDisposition\":\"EXPLAINED\"}]}";
            case "clearance" -> "{\"parts\":[{\"part\":1,\"text\":\"So\",\"proposedDisposition\":\"EXPLAINED\"}]}";
            default -> "{}";
        };
        as(TestActors.headOf("police"))
                .post("/api/assignments/" + assignment + "/" + act, body)
                .expectProblem(404, "unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0\"", "\"7\"", "*"})
    void aConditionDoesNotTellWhatIsThere(String version) {
        Caller police = as(TestActors.headOf("police"));
        Reply foreign = police.post(acceptance, "{}", "If-Match", version).expectProblem(404, "unknown");
        Reply none = police.post("/api/assignments/none/acceptance", "{}", "If-Match", version)
                .expectProblem(404, "unknown");
        assertThat(foreign.at("/detail").replace(assignment, "none")).isEqualTo(none.at("/detail"));
        String draft = "{\"parts\":[{\"part\":1,\"text\":\"x\"}]}";
        police.put("/api/assignments/" + assignment + "/draft", draft, "If-Match", version)
                .expectProblem(404, "unknown");
        police.get("/api/assignments/" + assignment + "/draft").expectProblem(404, "unknown");
        police.get("/api/assignments/none/draft").expectProblem(404, "unknown");
    }

    @ParameterizedTest
    @EnumSource(names = {"SECRETARIAT", "CHAIR", "AUDITOR"})
    void thoseWhoSeeAllSeeTheAssignment(Role role) {
        as(TestActors.withRole(role)).get("/api/assignments/" + assignment).expect(200);
    }

    @Test
    void othersDoNotLearnOfIt() {
        as(TestActors.headOf("police")).get("/api/assignments/" + assignment).expectProblem(404, "unknown");
        as(TestActors.delegateOf("dien-lam"))
                .get("/api/assignments/" + assignment)
                .expectProblem(404, "unknown");
        as(TestActors.operator()).get("/api/assignments/" + assignment).expectProblem(404, "unknown");
    }

    @Test
    void clearingAndCorrectingAreTheHeadsAlone() {
        as(officer).post(acceptance, "{}").expect(200);
        as(officer)
                .post(
                        "/api/assignments/" + assignment + "/clearance",
                        "{\"parts\":[{\"part\":1,\"text\":\"So\",\"proposedDisposition\":\"EXPLAINED\"}]}")
                .expectProblem(403, "not-permitted");
    }

    @Test
    void aHeadWhoIsNoPersonOnRecordClearsNothing() {
        as(officer).post(acceptance, "{}").expect(200);
        Actor unknown = new Actor("x", "unknown-person", "head", null, "home-affairs", Set.of(Role.HEAD), null);
        as(unknown)
                .post(
                        "/api/assignments/" + assignment + "/clearance",
                        "{\"parts\":[{\"part\":1,\"text\":\"So\",\"proposedDisposition\":\"EXPLAINED\"}]}")
                .expectProblem(409, "actor-on-record");
    }

    @Test
    void deadLettersAreForOperatorsAndAuditors() {
        as(TestActors.operator()).get("/api/dead-letters").expect(200);
        as(TestActors.auditor()).get("/api/dead-letters").expect(200);
        as(officer).get("/api/dead-letters").expectProblem(403, "not-permitted");
    }
}
