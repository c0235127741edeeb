package org.dialogue.answers.assignment;

import java.util.List;
import org.dialogue.answers.assignment.AssignmentCommand.ReturnAssignment;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentReturned;
import org.dialogue.events.question.ReturnCategory;
import org.junit.jupiter.api.Test;

class ReturningAnAssignmentTest extends AssignmentScenario {

    private static final ReturnAssignment RETURN =
            new ReturnAssignment(ID, ReturnCategory.UNCLEAR, "Which allowance?", NOW);

    private static final AssignmentReturned RETURNED =
            new AssignmentReturned(ID, QUESTION, BODY, ReturnCategory.UNCLEAR, "Which allowance?", List.of(), NOW);

    @Test
    void aBodyHandsBackWhatItHasNotTakenOn() {
        when(given(opened()), RETURN, OFFICER)
                .expectSuccessfulHandlerExecution()
                .expectEvents(RETURNED);
    }

    @Test
    void aBodyHandsBackWhatItFindsImpossibleLater() {
        when(given(opened(), accepted()), RETURN, HEAD)
                .expectSuccessfulHandlerExecution()
                .expectEvents(RETURNED);
    }

    @Test
    void aBodyHandsBackWhatWasAskedAgain() {
        when(given(opened(), accepted(), cleared(), published(), reopened(1, 2)), RETURN, OFFICER)
                .expectSuccessfulHandlerExecution()
                .expectEvents(RETURNED);
    }

    @Test
    void returningAgainForTheSameReasonChangesNothing() {
        when(given(opened(), returned()), RETURN, OFFICER)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aReturnedAssignmentCannotBeReturnedForAnotherReason() {
        var other = new ReturnAssignment(ID, ReturnCategory.OTHER, "Not ours", NOW);
        refusedBy("not-returned", when(given(opened(), returned()), other, OFFICER));
    }

    @Test
    void anAnsweredAssignmentCannotBeReturned() {
        refusedBy("something-due", when(given(opened(), accepted(), cleared(), published()), RETURN, OFFICER));
    }

    @Test
    void aClosedAssignmentCannotBeReturned() {
        refusedBy("not-closed", when(given(opened(), closed()), RETURN, OFFICER));
    }

    @Test
    void anotherBodyCannotReturn() {
        notPermitted(when(given(opened()), RETURN, STRANGER));
    }
}
