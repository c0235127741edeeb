package org.dialogue.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.stream.Stream;
import org.dialogue.quality.harness.Patience;
import org.dialogue.quality.harness.Province;
import org.dialogue.quality.harness.Rest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** One question goes its whole way through the public interfaces of three processes, and the report tells of it. */
@ExtendWith(Province.Shared.class)
class QuestionRoadIT {

    private static final String PROGRAMME = "road-2024";
    private static final String QUESTION = "road-question";
    private static final String COMMITMENT = "road-commitment";

    private final Province province;
    private final Rest reports;
    private final Rest officer;
    private final QuestionRoad road;

    QuestionRoadIT(Province province) {
        this.province = province;
        this.reports = province.cast().secretariat(province.suite().reports());
        this.officer = province.cast().officer(province.suite().answers());
        this.road = new QuestionRoad(province, PROGRAMME);
    }

    @Test
    void aQuestionTravelsFromItsDelegateToTheReport() {
        road.openProgramme();

        road.raise(QUESTION, 2).succeeded();
        awaitOwed("SECRETARIAT");

        road.assign(QUESTION).succeeded();
        road.awaitAssignment(QUESTION);
        awaitOwed(province.cast().department());

        road.answer(QUESTION, 2);
        road.conclude(QUESTION, 2);
        assertThat(road.status(QUESTION)).isEqualTo("CONCLUDED");
        await("coverage")
                .atMost(Patience.NEWS)
                .untilAsserted(() -> assertThat(coverage())
                        .hasSize(2)
                        .allSatisfy(part ->
                                assertThat(part.path("state").asString()).isEqualTo("ANSWERED")));

        road.commit(COMMITMENT, QUESTION);
        awaitCommitment("OPEN");
        reportProgress();
        claimCompletion();
        awaitCommitment("CLAIMED");
        verifyImplementation();
        awaitNoOpenCommitment();
        assertThat(timeline())
                .containsSubsequence("question-raised", "question-assigned", "question-answered", "question-concluded")
                .contains(
                        "assignment-opened",
                        "assignment-accepted",
                        "answer-cleared",
                        "answer-published",
                        "answer-noted",
                        "follow-up-committed",
                        "commitment-progress-reported",
                        "commitment-completion-claimed",
                        "commitment-verified")
                .doesNotHaveDuplicates();
    }

    private void reportProgress() {
        String report = """
                {"text": "Half of it is done.", "measured": 5, "reachedMilestones": ["half"],
                 "evidence": [{"title": "Minutes", "url": "https://example.org/minutes"}]}""";
        officer.post("/api/commitments/" + COMMITMENT + "/progress", report).succeeded();
        await("progress in the report")
                .atMost(Patience.NEWS)
                .untilAsserted(() -> assertThat(
                                openCommitment().path("measure").path("current").asInt())
                        .isEqualTo(5));
    }

    private void claimCompletion() {
        officer.post("/api/commitments/" + COMMITMENT + "/completion", "{\"text\": \"All is done.\", \"evidence\": []}")
                .succeeded();
    }

    private void verifyImplementation() {
        String verification = "{\"outcome\": \"IMPLEMENTED\", \"text\": \"Seen on the spot.\"}";
        province.cast()
                .secretariat(province.suite().answers())
                .post("/api/commitments/" + COMMITMENT + "/verification", verification)
                .succeeded();
    }

    /** Both parts are on the list of what is owed, and name who owes them. */
    private void awaitOwed(String who) {
        await("parts owed by " + who)
                .atMost(Patience.NEWS)
                .untilAsserted(() -> assertThat(coverage()).hasSize(2).allSatisfy(part -> {
                    assertThat(part.path("state").asString()).isEqualTo("OWED");
                    assertThat(part.path("owed").findValuesAsString("by")).containsExactly(who);
                }));
    }

    private void awaitCommitment(String state) {
        await("commitment " + state)
                .atMost(Patience.NEWS)
                .untilAsserted(() ->
                        assertThat(openCommitment().path("state").asString()).isEqualTo(state));
    }

    private void awaitNoOpenCommitment() {
        await("the verified commitment to leave the list of open ones")
                .atMost(Patience.NEWS)
                .untilAsserted(() -> assertThat(openCommitments()).isEmpty());
    }

    private JsonNode openCommitment() {
        List<JsonNode> open = openCommitments();
        assertThat(open).hasSize(1);
        return open.get(0);
    }

    private List<JsonNode> openCommitments() {
        return items("/api/reports/open-commitments?programme=" + PROGRAMME).toList();
    }

    private List<JsonNode> coverage() {
        return items("/api/reports/coverage?programme=" + PROGRAMME).toList();
    }

    private List<String> timeline() {
        return reports.get("/api/reports/questions/" + QUESTION + "/timeline")
                .succeeded()
                .body()
                .path("entries")
                .valueStream()
                .map(entry -> entry.path("name").asString())
                .toList();
    }

    private Stream<JsonNode> items(String path) {
        return reports.get(path).succeeded().body().path("items").valueStream();
    }
}
