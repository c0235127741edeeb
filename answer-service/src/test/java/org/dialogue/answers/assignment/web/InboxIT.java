package org.dialogue.answers.assignment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.kit.testing.Patience.await;

import java.util.List;
import org.dialogue.answers.testing.AnswerServiceTest;
import org.dialogue.answers.testing.Dialogue;
import org.dialogue.events.question.QuestionPart;
import org.dialogue.events.question.Visibility;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.kit.testing.Caller;
import org.dialogue.kit.testing.Reply;
import org.dialogue.kit.testing.TestActors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class InboxIT extends AnswerServiceTest {

    private static final Visibility FOR_HOME_AFFAIRS =
            new Visibility(Visibility.Kind.RESTRICTED, List.of(new BodyId("home-affairs")));

    private final String question = fresh("question");
    private final String assignment = fresh("assignment");
    private final String path = "/api/assignments/" + assignment;
    private final String answers = "/api/questions/" + question + "/answers";

    private Caller officer;
    private Caller head;
    private Caller police;

    @BeforeEach
    void assign() {
        officer = as(TestActors.officerOf("home-affairs"));
        head = as(TestActors.headOf("home-affairs"));
        police = as(TestActors.headOf("police"));
        dialogue.raise(question, 2);
        dialogue.assign(question, assignment, "home-affairs", 1, 2);
        await().until(() ->
                officer.get(path).status() == 200 && listed(officer, "").contains(assignment));
    }

    @Test
    void theInboxTellsWhatIsAskedByWhomAndSinceWhen() {
        JsonNode found = officer.get("/api/assignments?question=" + question)
                .expect(200)
                .json()
                .path("items")
                .path(0);
        for (JsonNode shown : List.of(found, officer.get(path).json())) {
            assertThat(shown.at("/question/text").asString()).isEqualTo("What about it?");
            assertThat(shown.at("/question/parts/1/text").asString()).isEqualTo("Part 2");
            assertThat(shown.at("/question/asker/office").asString()).isEqualTo("Chair");
            assertThat(shown.at("/question/asker/unit").asString()).isEqualTo("dien-lam");
            assertThat(shown.at("/question/asker").has("name")).isFalse();
            assertThat(shown.at("/due/kind").asString()).isEqualTo("NONE_SET");
            assertThat(shown.at("/ageDays").asInt()).isGreaterThan(500);
            assertThat(shown.at("/programmeId").asString()).isEqualTo("2023");
        }
    }

    @Test
    void questionsAreNumberedAsTheyWereRecordedInTheirProgramme() {
        ProgrammeId programme = new ProgrammeId(fresh("programme"));
        dialogue.announce(programme);
        String first = fresh("question");
        String second = fresh("question");
        dialogue.raise(second, 1, programme, FOR_HOME_AFFAIRS);
        dialogue.raise(fresh("question"), 1);
        dialogue.raise(first, 1, programme, FOR_HOME_AFFAIRS);
        String one = fresh("assignment");
        String two = fresh("assignment");
        dialogue.assign(second, one, "home-affairs", 1);
        dialogue.assign(first, two, "home-affairs", 1);
        await().until(() -> officer.get("/api/assignments/" + two).status() == 200);
        assertThat(officer.get("/api/assignments/" + one)
                        .json()
                        .at("/question/number")
                        .asInt())
                .isEqualTo(1);
        assertThat(officer.get("/api/assignments/" + two)
                        .json()
                        .at("/question/number")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void aCorrectedQuestionIsShownAsItReadsNow() {
        dialogue.correct(question, "What about this?", new QuestionPart(2, "The other half", List.of()));
        await().untilAsserted(
                        () -> assertThat(officer.get(path).at("/question/text")).isEqualTo("What about this?"));
        assertThat(officer.get(path).at("/question/parts/0/text")).isEqualTo("Part 1");
        assertThat(officer.get(path).at("/question/parts/1/text")).isEqualTo("The other half");
    }

    @Test
    void aCarriedOverQuestionIsFoundInItsNewProgramme() {
        ProgrammeId next = new ProgrammeId(fresh("programme"));
        dialogue.announce(next);
        dialogue.carryOver(question, next);
        await().untilAsserted(() ->
                assertThat(listed(officer, "&programme=" + next.value())).containsExactly(assignment));
        assertThat(listed(officer, "&programme=2023")).doesNotContain(assignment);
        assertThat(officer.get(path).at("/programmeId")).isEqualTo(next.value());
    }

    @Test
    void aLeadShowsTheFollowersThatTheReaderMayKnowOf() {
        String follower = fresh("question");
        String hidden = fresh("question");
        dialogue.raise(follower, 1);
        dialogue.group(follower, question);
        dialogue.raise(
                hidden,
                1,
                Dialogue.PROGRAMME,
                new Visibility(Visibility.Kind.RESTRICTED, List.of(new BodyId("police"))));
        dialogue.group(hidden, question);
        await().untilAsserted(() -> assertThat(
                        as(TestActors.secretariat()).get(path).json().at("/question/followers"))
                .hasSize(2));
        assertThat(officer.get(path).json().at("/question/followers").toString())
                .isEqualTo("[\"" + follower + "\"]");
    }

    @Test
    void publishedAnswersStandWithTheQuestion() {
        String answer = answer();
        JsonNode found =
                await().until(() -> police.get(answers).expect(200).json().path("items"), items -> items.size() == 1);
        assertThat(found.at("/0/answerId").asString()).isEqualTo(answer);
        assertThat(found.at("/0/body").asString()).isEqualTo("home-affairs");
        head.post(
                        path + "/corrections",
                        "{\"answerId\":\"" + answer
                                + "\",\"reason\":\"r\",\"parts\":[{\"part\":1,\"text\":\"Not so\",\"proposedDisposition\":\"EXPLAINED\"}]}")
                .expect(200);
        assertThat(as(TestActors.delegateOf("nga-my")).get(answers).at("/items/0/corrections/0/parts/0/text"))
                .isEqualTo("Not so");
    }

    @Test
    void todaysRightsGovernTheAnswers() {
        answer();
        dialogue.changeVisibility(question, FOR_HOME_AFFAIRS);
        await().untilAsserted(() -> police.get(answers).expectProblem(404, "unknown"));
        Reply none = police.get("/api/questions/none/answers").expectProblem(404, "unknown");
        assertThat(police.get(answers).at("/detail").replace(question, "none")).isEqualTo(none.at("/detail"));
        officer.get(answers).expect(200);
        as(TestActors.delegateOf("dien-lam")).get(answers).expect(200);
        as(TestActors.operator()).get(answers).expectProblem(404, "unknown");
        police.get("/api/assignments?question=" + question).expectInvalid("question unknown-reference");
    }

    @Test
    void filtersNameWhatIsThere() {
        officer.get("/api/assignments?body=nobody").expectInvalid("body unknown-reference");
        officer.get("/api/assignments?programme=1999").expectInvalid("programme unknown-reference");
        officer.get("/api/assignments?question=none").expectInvalid("question unknown-reference");
        officer.get("/api/assignments?sort=body").expectProblem(400, "invalid-input");
        officer.get("/api/assignments?cursor=x").expectProblem(400, "invalid-input");
        assertThat(listed(officer, "&status=OPEN&status=ACCEPTED")).contains(assignment);
        assertThat(listed(officer, "&sort=-clockStartedAt")).contains(assignment);
        assertThat(listed(officer, "&sort=due&status=OPEN")).contains(assignment);
    }

    private String answer() {
        officer.post(path + "/acceptance", "{}").expect(200);
        String answer = head.post(path + "/clearance", """
                        {"parts":[{"part":1,"text":"One","proposedDisposition":"EXPLAINED"},
                                  {"part":2,"text":"Two","proposedDisposition":"ACCEPTED"}]}""").at("/answerId");
        officer.post(path + "/publication", "{\"answerId\":\"" + answer + "\"}").expect(200);
        return answer;
    }

    private static List<String> listed(Caller caller, String filter) {
        return listed(caller, "/api/assignments?limit=200" + filter, "assignmentId");
    }
}
