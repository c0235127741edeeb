package org.dialogue.answers.assignment;

import java.util.List;
import org.dialogue.answers.assignment.AssignmentCommand.CloseAssignment;
import org.dialogue.answers.assignment.AssignmentCommand.ResumeAssignment;
import org.dialogue.answers.assignment.AssignmentCommand.TransferParts;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentClosed;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentPartsTransferred;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentResumed;
import org.dialogue.events.assignment.ClosingReason;
import org.junit.jupiter.api.Test;

class ClosingAnAssignmentTest extends AssignmentScenario {

    private static final CloseAssignment CLOSE = new CloseAssignment(ID, now());
    private static final ResumeAssignment RESUME = new ResumeAssignment(ID, "Another question was meant", now());
    private static final AssignmentClosed WITHDRAWN =
            new AssignmentClosed(ID, QUESTION, BODY, ClosingReason.QUESTION_WITHDRAWN, NOW);
    private static final AssignmentClosed PASSED_ON =
            new AssignmentClosed(ID, QUESTION, BODY, ClosingReason.TRANSFERRED, NOW);
    private static final AssignmentResumed RESUMED =
            new AssignmentResumed(ID, QUESTION, BODY, "Another question was meant", NOW);

    @Test
    void nothingMoreIsOwedOnAWithdrawnQuestion() {
        recorded(when(given(opened(), accepted()), CLOSE, SERVICE), WITHDRAWN);
    }

    @Test
    void aClosedAssignmentStaysAsItIs() {
        unchanged(when(given(opened(), closed()), CLOSE, SERVICE));
        unchanged(when(given(opened(), closed(ClosingReason.QUESTION_WITHDRAWN)), CLOSE, SERVICE));
    }

    @Test
    void itStandsAgainIfTheWithdrawalWasAMistake() {
        recorded(when(given(opened(), closed(ClosingReason.QUESTION_WITHDRAWN)), RESUME, SERVICE), RESUMED);
    }

    @Test
    void onlyAWithdrawnOneStandsAgain() {
        unchanged(when(given(opened(), closed()), RESUME, SERVICE));
        unchanged(when(given(opened()), RESUME, SERVICE));
        unchanged(when(given(opened(), closed(ClosingReason.QUESTION_WITHDRAWN), RESUMED), RESUME, SERVICE));
    }

    @Test
    void itCanBeWithdrawnAgain() {
        recorded(when(given(opened(), closed(ClosingReason.QUESTION_WITHDRAWN), RESUMED), CLOSE, SERVICE), WITHDRAWN);
    }

    @Test
    void whatPassesToAnotherBodyLeavesTheRest() {
        recorded(
                when(given(opened(), accepted()), transfer(2), SERVICE),
                new AssignmentPartsTransferred(ID, QUESTION, BODY, List.of(2), SUCCESSOR, NOW));
    }

    @Test
    void itEndsWhenNothingIsLeft() {
        recorded(when(given(opened(), accepted()), transfer(1, 2), SERVICE), PASSED_ON);
        recorded(when(given(opened(), transferred(2)), transfer(1), SERVICE), PASSED_ON);
        recorded(when(given(opened(), returned()), transfer(1, 2), SERVICE), PASSED_ON);
    }

    @Test
    void whatIsGoneStaysGone() {
        unchanged(when(given(opened(), transferred(2)), transfer(2), SERVICE));
        unchanged(when(given(opened(), closed()), transfer(1, 2), SERVICE));
        recorded(when(given(opened(), transferred(2)), transfer(1, 2), SERVICE), PASSED_ON);
    }

    @Test
    void anAnswerThatCrossedWithATransferGoesWithIt() {
        recorded(when(given(opened(), accepted(), cleared(), published()), transfer(1, 2), SERVICE), PASSED_ON);
    }

    @Test
    void partsOfOtherAssignmentsArePassedOver() {
        unchanged(when(given(opened()), transfer(3), SERVICE));
    }

    @Test
    void nobodyButTheServiceTakesThemAway() {
        notPermitted(when(given(opened()), CLOSE, HEAD));
        notPermitted(when(given(opened()), RESUME, HEAD));
        notPermitted(when(given(opened()), transfer(1), HEAD));
    }

    private static TransferParts transfer(Integer... parts) {
        return new TransferParts(ID, List.of(parts), SUCCESSOR, now());
    }
}
