package org.dialogue.dialogues.question.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.dialogue.dialogues.testing.Scene;
import org.dialogue.kit.testing.Reply;
import org.junit.jupiter.api.Test;

class TriageOverHttpIT extends Scene {

    @Test
    void severalBodiesAreAskedInOneCommit() {
        String id = raised();
        String lead = fresh("a");
        String beside = fresh("a");
        Reply assigned = post(SECRETARY, "/api/questions/" + id + "/assignments", """
                        {"assignments":[
                          {"assignmentId":"%s","body":"%s","role":"LEAD","due":{"kind":"BY_DATE","date":"2050-09-30"}},
                          {"assignmentId":"%s","body":"%s","role":"COORDINATING","parts":[2],"due":{"kind":"NONE_SET"},"note":"figures, please"}
                        ]}""".formatted(
                                lead, homeAffairs, beside, police))
                .expect(200);
        assertThat(assigned.eTag()).isEqualTo("\"2\"");
        assertThat(assigned.at("/status")).isEqualTo("ASSIGNED");
        assertThat(assigned.at("/assignments/0/due/date")).isEqualTo("2050-09-30");
        assertThat(assigned.json().at("/parts/0/slots")).hasSize(1);
        assertThat(assigned.json().at("/parts/1/slots")).hasSize(2);
        assertThat(assigned.at("/assignments/1/note")).isEqualTo("figures, please");
    }

    @Test
    void anAssignmentPassesOn() {
        String assignment = fresh("a");
        String id = assigned(assignment);
        String clock = get(SECRETARY, "/api/questions/" + id).at("/assignments/0/clockStartedAt");
        Reply passed = post(
                        SECRETARY,
                        "/api/questions/" + id + "/assignments/" + assignment + "/transfer",
                        "{\"body\":\"%s\",\"reason\":\"theirs\"}".formatted(police))
                .expect(200);
        assertThat(passed.at("/assignments/0/state")).isEqualTo("TRANSFERRED");
        assertThat(passed.at("/assignments/0/passedTo")).isEqualTo(passed.at("/assignments/1/assignmentId"));
        assertThat(passed.at("/assignments/1/body")).isEqualTo(police);
        assertThat(passed.at("/assignments/1/clockStartedAt")).isEqualTo(clock).isNotEmpty();
    }

    @Test
    void anAssignmentIdBelongsToOneQuestion() {
        String assignment = fresh("a");
        assigned(assignment);
        String other = raised();
        post(SECRETARY, "/api/questions/" + other + "/assignments", assigning(assignment, police, "LEAD", "[]"))
                .expectProblem(409, "assignment-id-taken");
        String mine = fresh("a");
        post(SECRETARY, "/api/questions/" + other + "/assignments", assigning(mine, police, "LEAD", "[]"))
                .expect(200);
        post(
                        SECRETARY,
                        "/api/questions/" + other + "/assignments/" + mine + "/transfer",
                        "{\"assignmentId\":\"%s\",\"body\":\"%s\",\"reason\":\"x\"}".formatted(assignment, homeAffairs))
                .expectProblem(409, "assignment-id-taken");
    }

    @Test
    void everyMistakeInAnAssignmentIsNamed() {
        String path = "/api/questions/" + raised() + "/assignments";
        post(SECRETARY, path, "{}").expectInvalid("assignments not-empty");
        post(SECRETARY, path, "{\"assignments\":[{}]}")
                .expectInvalid(
                        "assignments[0].body not-null", "assignments[0].role not-null", "assignments[0].due not-null");
        post(SECRETARY, path, assigning(fresh("a"), "nowhere", "LEAD", "[]"))
                .expectInvalid("assignments[0].body unknown-reference");
        post(SECRETARY, path, assigning(fresh("a"), police, "LEAD", "[3]"))
                .expectInvalid("assignments[0].parts unknown-part");
        post(SECRETARY, path, assigning(fresh("a"), police, "HELPER", "[]"))
                .expectInvalid("assignments[0].role wrong-type");
        post(SECRETARY, path, assigning(fresh("a"), police, "LEAD", "[]").replace("NONE_SET", "BY_DATE"))
                .expectInvalid("assignments[0].due.date exactly-when-by-date");
        String share = "{\"assignmentId\":\"%s\",\"body\":\"%s\",\"role\":\"LEAD\",\"due\":{\"kind\":\"NONE_SET\"}}"
                .formatted(fresh("a"), police);
        post(SECRETARY, path, "{\"assignments\":[%s,%s]}".formatted(share, share))
                .expectInvalid("assignments[1].assignmentId unique");
        post(SECRETARY, path, assigning(fresh("a"), police, "COORDINATING", "[]"))
                .expectProblem(409, "one-lead-for-each-part");
    }

    @Test
    void everyMistakeInATransferIsNamed() {
        String assignment = fresh("a");
        String path = "/api/questions/" + assigned(assignment) + "/assignments/";
        post(SECRETARY, path + assignment + "/transfer", "{}").expectInvalid("body not-null", "reason not-blank");
        String json = "{\"body\":\"%s\",\"reason\":\"theirs\"}";
        post(SECRETARY, path + assignment + "/transfer", json.formatted("nowhere"))
                .expectInvalid("body unknown-reference");
        post(SECRETARY, path + "nowhere/transfer", json.formatted(police)).expectProblem(404, "unknown");
        post(SECRETARY, path + assignment + "/transfer", json.formatted(homeAffairs))
                .expectProblem(409, "body-assigned-once");
    }

    @Test
    void similarQuestionsAreGroupedAndParted() {
        String lead = raised();
        String follower = raised();
        String third = raised();
        String path = "/api/questions/" + follower + "/group";
        assertThat(post(SECRETARY, path, leading(lead)).expect(200).at("/lead")).isEqualTo(lead);
        assertThat(post(SECRETARY, path, leading(lead)).expect(200).eTag()).isEqualTo("\"1\"");
        post(SECRETARY, path, leading(third)).expectProblem(409, "question-grouped");
        post(SECRETARY, "/api/questions/" + third + "/group", leading(follower)).expectProblem(409, "lead-is-led");
        post(SECRETARY, "/api/questions/" + third + "/group", leading(third))
                .expectProblem(409, "question-leads-itself");
        post(SECRETARY, "/api/questions/" + third + "/group", leading("nowhere"))
                .expectInvalid("lead unknown-reference");
        post(delegate, path, leading(lead)).expectProblem(403, "not-permitted");

        Reply parted = delete(SECRETARY, path).expect(200);
        assertThat(parted.json().has("lead")).isFalse();
        assertThat(delete(SECRETARY, path).expect(200).eTag()).isEqualTo(parted.eTag());
    }

    @Test
    void groupsStayWithinTheirProgramme() {
        String lead = raised();
        setAnotherProgramme();
        String follower = raised();
        post(SECRETARY, "/api/questions/" + follower + "/group", leading(lead))
                .expectProblem(409, "lead-of-other-programme");
    }

    @Test
    void whatIsOpenKeepsAProgrammeOutOfTheArchive() {
        String assignment = fresh("a");
        String id = assigned(assignment);
        String waiting = raised();
        String programmePath = "/api/programmes/" + programme;
        post(SECRETARY, programmePath + "/session", "{}").expect(200);
        post(chair, programmePath + "/conclusion", "{\"summary\":\"done\"}").expect(200);

        Reply refused =
                post(SECRETARY, programmePath + "/archive", "{}").expectProblem(409, "programme-has-open-items");
        assertThat(refused.json().at("/openTotal").asInt()).isEqualTo(2);
        assertThat(refused.at("/open/0/kind")).isEqualTo("QUESTION");
        assertThat(refused.at("/open/0/id")).isEqualTo(id);
        assertThat(refused.at("/open/0/owed/0/step")).isEqualTo("ANSWER");
        assertThat(refused.at("/open/0/owed/0/by")).isEqualTo(homeAffairs);
        assertThat(refused.at("/open/1/id")).isEqualTo(waiting);
        assertThat(refused.at("/open/1/owed/0/by")).isEqualTo("secretariat");

        String former = programme;
        setAnotherProgramme();
        Reply carriedOver = post(SECRETARY, "/api/questions/" + id + "/carry-over", carryingOver(programme))
                .expect(200);
        assertThat(carriedOver.at("/programmeId")).isEqualTo(programme);
        assertThat(carriedOver.at("/carryOvers/0/formerProgramme")).isEqualTo(former);
        post(SECRETARY, "/api/questions/" + id + "/carry-over", carryingOver("nowhere"))
                .expectInvalid("programmeId unknown-reference");
        post(delegate, "/api/questions/" + waiting + "/withdrawal", "{\"reason\":\"settled\"}")
                .expect(200);
        post(SECRETARY, programmePath + "/archive", "{}").expect(200);

        post(
                        SECRETARY,
                        "/api/questions/" + waiting + "/withdrawal/correction",
                        "{\"withdrawn\":false,\"reason\":\"x\"}")
                .expectProblem(409, "programme-stage");
        get(delegate, "/api/questions/" + waiting).expect(200);
    }

    @Test
    void partsPassOnByThemselves() {
        String assignment = fresh("a");
        String id = assigned(assignment);
        Reply passed = post(
                        SECRETARY,
                        "/api/questions/" + id + "/assignments/" + assignment + "/transfer",
                        "{\"body\":\"%s\",\"reason\":\"theirs\",\"parts\":[2]}".formatted(police))
                .expect(200);

        assertThat(passed.at("/assignments/0/state")).isEqualTo("OPEN");
        assertThat(passed.at("/assignments/0/standings/1/standing")).isEqualTo("TRANSFERRED");
        assertThat(passed.json().at("/assignments/1/parts/0").asInt()).isEqualTo(2);
        assertThat(passed.at("/assignments/1/transferReason")).isEqualTo("theirs");
    }

    @Test
    void assigningAgainWithoutIdsChangesNothing() {
        String id = raised();
        String json = "{\"assignments\":[{\"body\":\"%s\",\"role\":\"LEAD\",\"due\":{\"kind\":\"NONE_SET\"}}]}"
                .formatted(police);
        String path = "/api/questions/" + id + "/assignments";
        Reply assigned = post(SECRETARY, path, json).expect(200);

        assertThat(post(SECRETARY, path, json).expect(200).eTag()).isEqualTo(assigned.eTag());
    }

    @Test
    void aDueDayIsPlausible() {
        String path = "/api/questions/" + raised() + "/assignments";
        String json =
                "{\"assignments\":[{\"body\":\"%s\",\"role\":\"LEAD\",\"due\":{\"kind\":\"BY_DATE\",\"date\":\"%s\"}}]}";

        post(SECRETARY, path, json.formatted(police, "2206-01-01"))
                .expectInvalid("assignments[0].due.date too-far-ahead");
        post(SECRETARY, path, json.formatted(police, "2023-09-30"))
                .expectInvalid("assignments[0].due.date not-before-start");
    }

    @Test
    void wordsArePutRightAndTheFirstOnesStay() {
        String id = raised();
        Reply corrected =
                post(SECRETARY, "/api/questions/" + id + "/correction", """
                        {"text":"What becomes of all of them?","parts":[{"number":2,"topics":["pay"]}],"reason":"mistyped"}""").expect(200);

        assertThat(corrected.at("/text")).isEqualTo("What becomes of all of them?");
        assertThat(corrected.at("/parts/1/topics/0")).isEqualTo("pay");
        assertThat(corrected.at("/original/text")).isEqualTo("What becomes of part-time workers?");
        assertThat(corrected.at("/corrections/0/reason")).isEqualTo("mistyped");
        post(
                        SECRETARY,
                        "/api/questions/" + id + "/correction",
                        "{\"text\":\"What becomes of all of them?\",\"reason\":\"again\"}")
                .expectProblem(409, "something-corrected");
        post(delegate, "/api/questions/" + id + "/correction", "{\"text\":\"x\",\"reason\":\"y\"}")
                .expectProblem(403, "not-permitted");
        post(SECRETARY, "/api/questions/" + id + "/correction", "{}").expectInvalid("reason not-blank");
    }

    @Test
    void aGroupShowsItself() {
        String lead = raised();
        String follower = raised();
        post(SECRETARY, "/api/questions/" + follower + "/group", leading(lead)).expect(200);
        post(SECRETARY, "/api/questions/" + lead + "/assignments", assigning(fresh("a"), police, "LEAD", "[]"))
                .expect(200);

        Reply shown = get(delegate, "/api/questions/" + follower).expect(200);
        assertThat(shown.at("/status")).isEqualTo("ASSIGNED");
        assertThat(shown.at("/lead")).isEqualTo(lead);
        assertThat(get(delegate, "/api/questions/" + lead).at("/followers/0")).isEqualTo(follower);
        post(SECRETARY, "/api/questions/" + follower + "/assignments", assigning(fresh("a"), police, "LEAD", "[]"))
                .expectProblem(409, "question-grouped");

        post(SECRETARY, "/api/questions/" + lead + "/withdrawal", "{\"reason\":\"x\"}")
                .expect(200);
        assertThat(get(delegate, "/api/questions/" + follower).at("/status")).isEqualTo("RAISED");
    }

    private void setAnotherProgramme() {
        programme = fresh("programme");
        announce(programme, 2024);
        open(programme);
    }

    private static String carryingOver(String target) {
        return "{\"programmeId\":\"%s\",\"reason\":\"still open\"}".formatted(target);
    }

    private static String leading(String lead) {
        return "{\"lead\":\"%s\"}".formatted(lead);
    }
}
