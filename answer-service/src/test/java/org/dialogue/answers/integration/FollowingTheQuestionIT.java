package org.dialogue.answers.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.kit.testing.Patience.await;

import java.util.List;
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
                .expect(204);
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
    void aRaceBetweenAnswerAndWithdrawalLosesNothing() {
        dialogue.assign(question, assignment, "home-affairs", 1, 2);
        awaitStatus(assignment, "OPEN");
        answer();
        dialogue.withdraw(question);
        awaitStatus(assignment, "CLOSED");
        assertThat(payloads(assignment)).anyMatch(AnswerPublished.class::isInstance);
        assertThat(show(assignment).json().path("answers")).hasSize(1);
    }

    private void answer() {
        Caller head = as(TestActors.headOf("home-affairs"));
        String path = "/api/assignments/" + assignment;
        head.post(path + "/acceptance", "{}").expect(204);
        String answerId = head.post(path + "/clearance", """
                        {"parts":[{"part":1,"text":"One","proposedDisposition":"EXPLAINED"},
                                  {"part":2,"text":"Two","proposedDisposition":"ACCEPTED"}]}""")
                .expect(200)
                .json()
                .path("answerId")
                .asString();
        head.post(path + "/publication", "{\"answerId\":\"" + answerId + "\"}").expect(204);
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
