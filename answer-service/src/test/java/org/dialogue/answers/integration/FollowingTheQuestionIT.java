package org.dialogue.answers.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.kit.testing.Patience.await;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.dialogue.answers.testing.AnswerServiceTest;
import org.dialogue.answers.testing.Dialogue;
import org.dialogue.events.MetadataKeys;
import org.dialogue.events.assignment.AssignmentEvent.AnswerPublished;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentClosed;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentOpened;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentReopened;
import org.dialogue.events.assignment.ClosingReason;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.kit.testing.Caller;
import org.dialogue.kit.testing.Reply;
import org.dialogue.kit.testing.TestActors;
import org.dialogue.ledger.RecordedEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FollowingTheQuestionIT extends AnswerServiceTest {

    @Autowired
    EventStore ledger;

    private final String question = fresh("question");
    private final String assignment = fresh("assignment");

    private Caller secretariat;

    @BeforeEach
    void raise() {
        secretariat = as(TestActors.secretariat());
        dialogue.raise(question, 2);
    }

    @Test
    void anAssignmentOpensByItself() {
        RecordedEvent assigned = dialogue.assign(question, assignment, "home-affairs", 1, 2);
        awaitStatus(assignment, "OPEN");

        var event = (AssignmentOpened) history(assignment).get(0).getPayload();
        assertThat(event.questionId().value()).isEqualTo(question);
        assertThat(event.parts()).containsExactly(1, 2);
        assertThat(event.clockStartedAt()).isEqualTo(Dialogue.ASSIGNED);
        assertThat(history(assignment).get(0).getMetaData())
                .containsEntry(MetadataKeys.SUBJECT, "answer-service")
                .containsEntry(
                        MetadataKeys.ON_BEHALF_OF, TestActors.secretariat().subject())
                .containsEntry(MetadataKeys.CAUSATION_ID, assigned.event().id())
                .containsKey(MetadataKeys.CORRELATION_ID);
    }

    @Test
    void anAssignmentDeliveredTwiceOpensOnce() {
        dialogue.deliverAgain(dialogue.assign(question, assignment, "home-affairs", 1, 2));
        afterEverythingSoFar();
        assertThat(payloads(assignment)).hasSize(1);
    }

    @Test
    void aTransferredAssignmentMovesToTheOtherBody() {
        String next = fresh("assignment");
        dialogue.assign(question, assignment, "home-affairs", 1, 2);
        RecordedEvent transfer = dialogue.transfer(question, assignment, "home-affairs", next, "police", 1, 2);
        dialogue.deliverAgain(transfer);
        afterEverythingSoFar();

        assertThat(payloads(assignment))
                .hasSize(2)
                .last()
                .isInstanceOfSatisfying(
                        AssignmentClosed.class,
                        closed -> assertThat(closed.reason()).isEqualTo(ClosingReason.TRANSFERRED));
        assertThat(payloads(next)).singleElement().isInstanceOfSatisfying(AssignmentOpened.class, opened -> {
            assertThat(opened.body().value()).isEqualTo("police");
            assertThat(opened.clockStartedAt()).isEqualTo(Dialogue.ASSIGNED);
        });
        as(TestActors.officerOf("home-affairs"))
                .post("/api/assignments/" + assignment + "/acceptance", "{}")
                .expectProblem(409, "not-closed");
        as(TestActors.officerOf("police"))
                .post("/api/assignments/" + next + "/acceptance", "{}")
                .expect(200);
    }

    @Test
    void whatIsAskedAgainIsDueAgain() {
        dialogue.assign(question, assignment, "home-affairs", 1, 2);
        awaitStatus(assignment, "OPEN");
        answer();
        RecordedEvent reopening = dialogue.reopen(question, 1, List.of(2), assignment);
        dialogue.deliverAgain(reopening);
        afterEverythingSoFar();

        assertThat(payloads(assignment).stream().filter(AssignmentReopened.class::isInstance))
                .hasSize(1);
        Reply shown = show(assignment);
        assertThat(shown.json().path("status").asString()).isEqualTo("ACCEPTED");
        assertThat(shown.json().path("partsDue").toString()).isEqualTo("[2]");
        assertThat(shown.json().path("answers")).hasSize(1);
    }

    @Test
    void nothingMoreIsOwedOnAWithdrawnQuestion() {
        String other = fresh("assignment");
        dialogue.assign(question, assignment, "home-affairs", 1);
        dialogue.assign(question, other, "police", 2);
        dialogue.deliverAgain(dialogue.withdraw(question));
        afterEverythingSoFar();

        for (String each : List.of(assignment, other)) {
            assertThat(payloads(each))
                    .hasSize(2)
                    .last()
                    .isInstanceOfSatisfying(
                            AssignmentClosed.class,
                            closed -> assertThat(closed.reason()).isEqualTo(ClosingReason.QUESTION_WITHDRAWN));
        }
    }

    @Test
    void onlyWhatIsOwedPassesOn() {
        String next = fresh("assignment");
        dialogue.assign(question, assignment, "home-affairs", 1, 2);
        dialogue.deliverAgain(dialogue.transfer(question, assignment, "home-affairs", next, "police", 2));
        afterEverythingSoFar();

        assertThat(show(assignment).at("/status")).isEqualTo("OPEN");
        assertThat(show(assignment).json().path("standings").toString())
                .isEqualTo("[{\"part\":1,\"standing\":\"DUE\"},{\"part\":2,\"standing\":\"TRANSFERRED\"}]");
        assertThat(show(next).json().path("partsDue").toString()).isEqualTo("[2]");
        assertThat(show(next).at("/transferReason")).isEqualTo("Not theirs");
    }

    @Test
    void whatWasAnsweredWhileTheAskerAskedAgainStands() {
        dialogue.assign(question, assignment, "home-affairs", 1, 2);
        awaitStatus(assignment, "OPEN");
        String first = answer();
        dialogue.note(question, assignment, "home-affairs", first, 1, 2);
        dialogue.reopen(question, 1, List.of(2), assignment);
        awaitStatus(assignment, "ACCEPTED");
        String second = answer(2);
        // The question has not heard of the second answer when its asker asks again.
        dialogue.reopen(question, 2, List.of(1, 2), assignment);
        dialogue.note(question, assignment, "home-affairs", second, 2);
        afterEverythingSoFar();

        assertThat(show(assignment).json().path("partsDue").toString()).isEqualTo("[1]");
    }

    @Test
    void aWithdrawalThatWasAMistakeIsUndone() {
        dialogue.assign(question, assignment, "home-affairs", 1, 2);
        awaitStatus(assignment, "OPEN");
        answer();
        RecordedEvent withdrawal = dialogue.withdraw(question);
        awaitStatus(assignment, "CLOSED");
        dialogue.restore(question);
        awaitStatus(assignment, "ANSWERED");
        dialogue.deliverAgain(withdrawal);
        afterEverythingSoFar();
        assertThat(show(assignment).at("/status")).isEqualTo("ANSWERED");
    }

    @Test
    void nothingLegalParksALetter() {
        String next = fresh("assignment");
        dialogue.assign(question, assignment, "home-affairs", 1, 2);
        awaitStatus(assignment, "OPEN");
        answer();
        dialogue.transfer(question, assignment, "home-affairs", next, "police", 1, 2);
        dialogue.reopen(question, 1, List.of(1), assignment);
        dialogue.withdraw(question);
        dialogue.withdraw(question);
        dialogue.restore(question);
        dialogue.restore(question);
        afterEverythingSoFar();
        assertThat(show(next).at("/status")).isEqualTo("OPEN");
        assertThat(show(assignment).at("/status")).isEqualTo("CLOSED");
        assertThat(as(TestActors.operator()).get("/api/dead-letters").text()).doesNotContain(question);
    }

    @Test
    void aRaceBetweenAnswerAndWithdrawalLosesNothing() {
        dialogue.assign(question, assignment, "home-affairs", 1, 2);
        awaitStatus(assignment, "OPEN");
        answer();
        dialogue.withdraw(question);
        awaitStatus(assignment, "CLOSED");
        assertThat(payloads(assignment)).anyMatch(AnswerPublished.class::isInstance);
        assertThat(show(assignment).json().path("answers")).hasSize(1);
    }

    private String answer() {
        return answer(1, 2);
    }

    private String answer(int... parts) {
        Caller head = as(TestActors.headOf("home-affairs"));
        String path = "/api/assignments/" + assignment;
        head.post(path + "/acceptance", "{}").expect(200);
        String words = IntStream.of(parts)
                .mapToObj("{\"part\":%d,\"text\":\"So\",\"proposedDisposition\":\"EXPLAINED\"}"::formatted)
                .collect(Collectors.joining(","));
        String answerId = head.post(path + "/clearance", "{\"parts\":[" + words + "]}")
                .expect(200)
                .json()
                .path("answerId")
                .asString();
        head.post(path + "/publication", "{\"answerId\":\"" + answerId + "\"}").expect(200);
        return answerId;
    }

    /** Events of one topic are taken in order: once a later one shows, the earlier ones have been dealt with. */
    private void afterEverythingSoFar() {
        String marker = fresh("question");
        String last = fresh("assignment");
        dialogue.raise(marker, 1);
        dialogue.assign(marker, last, "police", 1);
        awaitStatus(last, "OPEN");
    }

    private void awaitStatus(String id, String status) {
        await().untilAsserted(() ->
                assertThat(show(id).json().path("status").asString()).isEqualTo(status));
    }

    private Reply show(String id) {
        return secretariat.get("/api/assignments/" + id);
    }

    private List<Object> payloads(String id) {
        return history(id).stream().<Object>map(DomainEventMessage::getPayload).toList();
    }

    private List<? extends DomainEventMessage<?>> history(String id) {
        return ledger.readEvents(new AssignmentId(id).toString()).asStream().toList();
    }
}
