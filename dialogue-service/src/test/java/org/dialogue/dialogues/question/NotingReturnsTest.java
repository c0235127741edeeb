package org.dialogue.dialogues.question;

import static org.dialogue.dialogues.question.Sample.HOME_AFFAIRS;
import static org.dialogue.dialogues.question.Sample.ID;
import static org.dialogue.dialogues.question.Sample.LATER;
import static org.dialogue.dialogues.question.Sample.THEN;
import static org.dialogue.dialogues.question.Sample.answerNoted;
import static org.dialogue.dialogues.question.Sample.answered;
import static org.dialogue.dialogues.question.Sample.assignedToHomeAffairs;
import static org.dialogue.dialogues.question.Sample.raised;
import static org.dialogue.dialogues.question.Sample.reopened;
import static org.dialogue.dialogues.question.Sample.returned;
import static org.dialogue.dialogues.question.Sample.transferredToPolice;
import static org.dialogue.dialogues.question.Sample.withdrawn;
import static org.dialogue.dialogues.testing.Given.HEAD;
import static org.dialogue.dialogues.testing.Given.SYSTEM;
import static org.dialogue.dialogues.testing.Given.by;
import static org.dialogue.dialogues.testing.Given.violationOf;

import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.dialogue.dialogues.question.QuestionCommand.NoteReturn;
import org.dialogue.events.question.QuestionEvent.AssignmentReturnNoted;
import org.dialogue.events.question.ReturnCategory;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.kit.commands.HappenedAt;
import org.dialogue.kit.rules.NotFound;
import org.dialogue.kit.rules.NotPermitted;
import org.junit.jupiter.api.Test;

class NotingReturnsTest {

    private final FixtureConfiguration<Question> fixture = Sample.fixture();

    @Test
    void aReturnIsNoted() {
        fixture.given(raised(), assignedToHomeAffairs())
                .when(noting(), by(SYSTEM))
                .expectEvents(noted(THEN, 1, 2));
    }

    @Test
    void notingTheSameReturnAgainChangesNothing() {
        fixture.given(raised(), assignedToHomeAffairs(), returned("a1"))
                .when(noting(), by(SYSTEM))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aReturnThatTurnsUpAfterTheTransferChangesNothing() {
        fixture.given(raised(), assignedToHomeAffairs(), returned("a1"), transferredToPolice())
                .when(noting(), by(SYSTEM))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aReturnThatCrossedWithTheWithdrawalWaitsWithIt() {
        fixture.given(raised(), assignedToHomeAffairs(), withdrawn())
                .when(noting(), by(SYSTEM))
                .expectEvents(noted(THEN, 1, 2));
    }

    @Test
    void anAnsweredAssignmentDoesNotComeBack() {
        fixture.given(raised(), assignedToHomeAffairs(), answerNoted("a1", "x1", HOME_AFFAIRS, 1, 2), answered())
                .when(noting(1), by(SYSTEM))
                .expectNoEvents()
                .expectException(violationOf("assignment-answered"));
    }

    @Test
    void aReopenedAssignmentMayComeBack() {
        fixture.given(
                        raised(),
                        assignedToHomeAffairs(),
                        answerNoted("a1", "x1", HOME_AFFAIRS, 1, 2),
                        answered(),
                        reopened(1, List.of("a1"), 1))
                .when(noting(), by(SYSTEM))
                .expectEvents(noted(LATER, 1));
    }

    @Test
    void aReturnOfNoAssignmentOfTheQuestionIsRefused() {
        fixture.given(raised()).when(noting(), by(SYSTEM)).expectNoEvents().expectException(NotFound.class);
    }

    @Test
    void nobodyNotesReturnsByHand() {
        fixture.given(raised(), assignedToHomeAffairs())
                .when(noting(), by(HEAD))
                .expectNoEvents()
                .expectException(NotPermitted.class);
    }

    private static NoteReturn noting(Integer... parts) {
        return new NoteReturn(
                ID,
                new AssignmentId("a1"),
                HOME_AFFAIRS,
                ReturnCategory.NOT_RESPONSIBLE,
                "ask police",
                List.of(parts),
                HappenedAt.filledIn(THEN));
    }

    private static AssignmentReturnNoted noted(Instant at, Integer... parts) {
        return new AssignmentReturnNoted(
                ID,
                new AssignmentId("a1"),
                HOME_AFFAIRS,
                ReturnCategory.NOT_RESPONSIBLE,
                "ask police",
                List.of(parts),
                at);
    }
}
