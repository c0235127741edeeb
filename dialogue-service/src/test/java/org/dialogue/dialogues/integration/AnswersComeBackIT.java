package org.dialogue.dialogues.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.kit.testing.Patience.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.dialogue.dialogues.testing.Given;
import org.dialogue.dialogues.testing.Scene;
import org.dialogue.events.assignment.AssignmentEvent.AnswerPublished;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentReturned;
import org.dialogue.events.assignment.PartAnswer;
import org.dialogue.events.commitment.CommitmentEvent;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentCarriedOver;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentCompletionClaimed;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentVerified;
import org.dialogue.events.commitment.CommitmentEvent.FollowUpCommitted;
import org.dialogue.events.commitment.CommittedBy;
import org.dialogue.events.commitment.VerifiedOutcome;
import org.dialogue.events.question.AnsweringRole;
import org.dialogue.events.question.QuestionEvent.AnswerNoted;
import org.dialogue.events.question.ReturnCategory;
import org.dialogue.events.vocabulary.AnswerId;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.CommitmentId;
import org.dialogue.events.vocabulary.Disposition;
import org.dialogue.events.vocabulary.Due;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.DialogueProperties;
import org.dialogue.kit.testing.OtherService;
import org.dialogue.kit.testing.Reply;
import org.dialogue.ledger.RecordedEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What answer-service publishes, seen from the questions; here the events come as it would send them. */
class AnswersComeBackIT extends Scene {

    private static final Instant THEN = Instant.parse("2023-08-18T02:00:00Z");

    private static OtherService answers;

    @Autowired
    private EventStore ledger;

    @BeforeAll
    static void standInForAnswerService(@Autowired DialogueProperties properties) {
        answers = new OtherService(properties.topic("answers.events"), "answer-service");
    }

    @AfterAll
    static void standDown() {
        answers.close();
    }

    @Test
    void theLastAnswerMakesTheQuestionAnsweredAndItCanBeConcluded() {
        String assignment = fresh("a");
        String id = assigned(assignment);
        String path = "/api/questions/" + id;
        String conclusion =
                "{\"conclusions\":[{\"part\":1,\"disposition\":\"ACCEPTED\",\"text\":\"will be done\"},{\"part\":2,\"disposition\":\"EXPLAINED\",\"text\":\"no money\"}]}";
        post(chair, path + "/conclusion", conclusion).expectProblem(409, "question-not-answered");

        RecordedEvent published = publishAnswer(id, assignment, 2, 1, 2);
        Reply answered = awaitStatus(id, "ANSWERED");
        assertThat(answered.at("/assignments/0/answers/0/dispositions/0/disposition"))
                .isEqualTo("EXPLAINED");
        assertThat(answered.json().at("/parts/0/answered").asBoolean()).isTrue();
        assertThat(ledger.readEvents(new QuestionId(id).toString())
                        .asStream()
                        .filter(event -> event.getPayload() instanceof AnswerNoted))
                .singleElement()
                .satisfies(event -> assertThat(event.getMetaData())
                        .containsEntry("subject", "dialogue-service")
                        .containsEntry("onBehalfOf", officer.subject())
                        .containsEntry("causationId", published.event().id()));

        post(SECRETARY, path + "/conclusion", conclusion).expectProblem(403, "not-permitted");
        String first = "{\"conclusions\":[{\"part\":1,\"disposition\":\"ACCEPTED\",\"text\":\"will be done\"}]}";
        Reply inPart = post(chair, path + "/conclusion", first).expect(200);
        assertThat(inPart.at("/status")).isEqualTo("ANSWERED");
        assertThat(inPart.json().at("/parts/0/concluded").asBoolean()).isTrue();
        post(chair, path + "/conclusion", "{\"conclusions\":[{\"part\":1}]}")
                .expectInvalid("conclusions[0].disposition not-null", "conclusions[0].text not-blank");
        Reply concluded = post(chair, path + "/conclusion", conclusion).expect(200);
        assertThat(concluded.at("/status")).isEqualTo("CONCLUDED");
        assertThat(concluded.at("/conclusion/chair/id")).isEqualTo(chair.personId());
        assertThat(post(chair, path + "/conclusion", conclusion).expect(200).eTag())
                .isEqualTo(concluded.eTag());
        Reply corrected = post(chair, path + "/conclusion/correction", """
                        {"conclusions":[{"part":1,"disposition":"EXPLAINED","text":"it was explained"}],"reason":"typed up wrongly"}""").expect(200);
        assertThat(corrected.at("/status")).isEqualTo("CONCLUDED");
        assertThat(corrected.text()).contains("it was explained", "typed up wrongly");
    }

    @Test
    void theSameAnswerDeliveredTwiceIsNotedOnce() {
        String assignment = fresh("a");
        String id = assigned(assignment);
        RecordedEvent published = publishAnswer(id, assignment, 2, 1, 2);
        answers.publish(published);
        awaitStatus(id, "ANSWERED");
        String after = fresh("a");
        String marker = assigned(after);
        publishAnswer(marker, after, 2, 1, 2);
        awaitStatus(marker, "ANSWERED");
        assertThat(get(SECRETARY, "/api/questions/" + id).json().at("/assignments/0/answers"))
                .hasSize(1);
    }

    @Test
    void theAskerObjectsAndTheQuestionIsAnsweredAgain() {
        String assignment = fresh("a");
        String id = assigned(assignment);
        String path = "/api/questions/" + id + "/reopening";
        String objection = "{\"parts\":[2],\"reason\":\"this was not the question\"}";
        post(delegate, path, objection).expectProblem(409, "part-not-answered");
        publishAnswer(id, assignment, 2, 1, 2);
        awaitStatus(id, "ANSWERED");

        post(Given.FOREIGN_DELEGATE, path, objection).expectProblem(403, "not-permitted");
        post(delegate, path, "{\"parts\":[],\"reason\":\"x\"}").expectInvalid("parts not-empty");
        post(delegate, path, "{\"parts\":[3],\"reason\":\"x\"}").expectInvalid("parts[0] unknown-part");
        Reply reopened = post(SECRETARY, path, objection).expect(200);
        assertThat(reopened.at("/status")).isEqualTo("ASSIGNED");
        assertThat(reopened.at("/reopening/reason")).isEqualTo("this was not the question");
        assertThat(reopened.json().at("/assignments/0/openParts/0").asInt()).isEqualTo(2);

        publishAnswer(id, assignment, 4, 2);
        awaitStatus(id, "ANSWERED");
    }

    @Test
    void aReturnIsNotedAndTheQuestionTakenBack() {
        String assignment = fresh("a");
        String id = assigned(assignment);
        answers.publish(
                "assignment",
                new AssignmentId(assignment).toString(),
                1,
                new AssignmentReturned(
                        new AssignmentId(assignment),
                        new QuestionId(id),
                        new BodyId(homeAffairs),
                        ReturnCategory.NOT_RESPONSIBLE,
                        "ask the police",
                        List.of(),
                        Instant.parse("2023-08-18T02:00:00Z")),
                officer);
        await().untilAsserted(
                        () -> assertThat(get(SECRETARY, "/api/questions/" + id).at("/assignments/0/returned/category"))
                                .isEqualTo("NOT_RESPONSIBLE"));
        assertThat(get(SECRETARY, "/api/questions/" + id).at("/assignments/0/state"))
                .isEqualTo("RETURNED");

        String path = "/api/questions/" + id + "/withdrawal";
        post(Given.FOREIGN_DELEGATE, path, "{\"reason\":\"mine\"}").expectProblem(403, "not-permitted");
        post(delegate, path, "{}").expectInvalid("reason not-blank");
        assertThat(post(delegate, path, "{\"reason\":\"settled\"}").expect(200).at("/status"))
                .isEqualTo("WITHDRAWN");
        post(delegate, path, "{\"reason\":\"settled\"}").expect(200);
        post(delegate, path, "{\"reason\":\"other\"}").expectProblem(409, "question-withdrawn");
        assertThat(post(SECRETARY, path + "/correction", "{\"withdrawn\":false,\"reason\":\"another was meant\"}")
                        .expect(200)
                        .at("/status"))
                .isNotEqualTo("WITHDRAWN");
    }

    @Test
    void whatWasPromisedKeepsAProgrammeOutOfTheArchiveUntilItIsSettledOrCarriedOver() {
        String kept = fresh("commitment");
        String moved = fresh("commitment");
        publishPromise(kept);
        publishPromise(moved);
        String path = "/api/programmes/" + programme;
        post(SECRETARY, path + "/session", "{}").expect(200);
        post(chair, path + "/conclusion", "{\"summary\":\"done\"}").expect(200);
        awaitOpen(kept + " COMPLETION " + homeAffairs, moved + " COMPLETION " + homeAffairs);

        publish(
                kept,
                1,
                new CommitmentCompletionClaimed(
                        new CommitmentId(kept), new BodyId(homeAffairs), "done", List.of(), List.of(), THEN));
        awaitOpen(kept + " VERIFICATION secretariat", moved + " COMPLETION " + homeAffairs);
        publish(
                moved,
                1,
                new CommitmentCarriedOver(
                        new CommitmentId(moved),
                        new ProgrammeId(programme),
                        new ProgrammeId(fresh("programme")),
                        "goes on",
                        THEN));
        awaitOpen(kept + " VERIFICATION secretariat");
        publish(
                kept,
                2,
                new CommitmentVerified(new CommitmentId(kept), VerifiedOutcome.IMPLEMENTED, "seen", List.of(), THEN));
        await().untilAsserted(() -> post(SECRETARY, path + "/archive", "{}").expect(200));
    }

    private void publishPromise(String id) {
        publish(
                id,
                0,
                new FollowUpCommitted(
                        new CommitmentId(id),
                        new ProgrammeId(programme),
                        List.of(),
                        CommittedBy.BODIES,
                        List.of(new BodyId(homeAffairs)),
                        null,
                        "Settle the redundant cadres",
                        Due.noneSet(),
                        null,
                        List.of(),
                        null,
                        THEN));
    }

    private void publish(String id, long sequence, CommitmentEvent event) {
        answers.publish("commitment", new CommitmentId(id).toString(), sequence, event, officer);
    }

    private void awaitOpen(String... open) {
        await().untilAsserted(() -> {
            Reply refused = post(SECRETARY, "/api/programmes/" + programme + "/archive", "{}")
                    .expectProblem(409, "programme-has-open-items");
            List<String> listed = new ArrayList<>();
            refused.json().at("/open").forEach(matter -> {
                assertThat(matter.at("/kind").asString()).isEqualTo("COMMITMENT");
                matter.at("/owed")
                        .forEach(owed -> listed.add(matter.at("/id").asString() + " "
                                + owed.at("/step").asString() + " "
                                + owed.at("/by").asString()));
            });
            assertThat(listed).containsExactlyInAnyOrder(open);
            assertThat(refused.json().at("/openTotal").asInt()).isEqualTo(open.length);
        });
    }

    private RecordedEvent publishAnswer(String question, String assignment, long sequence, Integer... parts) {
        return answers.publish(
                "assignment",
                new AssignmentId(assignment).toString(),
                sequence,
                new AnswerPublished(
                        new AssignmentId(assignment),
                        new QuestionId(question),
                        new ProgrammeId(programme),
                        new AnswerId(fresh("answer")),
                        new BodyId(homeAffairs),
                        AnsweringRole.LEAD,
                        answersTo(parts),
                        new PersonReference(new PersonId("head"), "Director", null, new BodyId(homeAffairs), "ab"),
                        null,
                        Instant.parse("2023-08-18T02:00:00Z")),
                officer);
    }

    private static List<PartAnswer> answersTo(Integer... parts) {
        return Arrays.stream(parts)
                .map(part -> new PartAnswer(part, "It is so.", Disposition.EXPLAINED))
                .toList();
    }

    private Reply awaitStatus(String id, String status) {
        await().untilAsserted(() ->
                assertThat(get(SECRETARY, "/api/questions/" + id).at("/status")).isEqualTo(status));
        return get(SECRETARY, "/api/questions/" + id).expect(200);
    }
}
