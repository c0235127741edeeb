package org.dialogue.answers.assignment;

import java.util.List;
import org.dialogue.answers.assignment.AssignmentCommand.ReturnAssignment;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentReturned;
import org.dialogue.events.question.ReturnCategory;
import org.dialogue.kit.commands.HappenedAt;
import org.junit.jupiter.api.Test;

class ReturningAnAssignmentTest extends AssignmentScenario {

    private static final ReturnAssignment RETURN =
            new ReturnAssignment(ID, ReturnCategory.UNCLEAR, "Which allowance?", List.of(), now());

    private static final AssignmentReturned RETURNED = returned(NOW, 1, 2);

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
        recorded(
                when(given(opened(), accepted(), cleared(), published(), reopened(1, 2)), RETURN, OFFICER),
                returned(NOW, 2));
    }

    @Test
    void returningAgainForTheSameReasonChangesNothing() {
        when(given(opened(), returned()), RETURN, OFFICER)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aReturnedAssignmentCannotBeReturnedForAnotherReason() {
        var other = new ReturnAssignment(ID, ReturnCategory.OTHER, "Not ours", List.of(), now());
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
    void aBodyHandsBackWhatIsNotItsAndKeepsTheRest() {
        recorded(when(given(opened(), accepted()), handBack(now(), 2), OFFICER), returned(NOW, 2));
    }

    @Test
    void theRestIsHandedBackLater() {
        recorded(when(given(opened(), returned(BEFORE, 2)), handBack(now(), 1), OFFICER), returned(NOW, 1));
        recorded(when(given(opened(), returned(BEFORE, 2)), RETURN, OFFICER), returned(NOW, 1));
    }

    @Test
    void theSamePartAgainForTheSameReasonChangesNothing() {
        unchanged(when(given(opened(), returned(BEFORE, 2)), handBack(now(), 2), OFFICER));
    }

    @Test
    void theSameReturnRepeatedAfterTheTransferChangesNothing() {
        unchanged(when(given(opened(), returned(BEFORE, 2), transferred(2)), handBack(now(), 2), OFFICER));
        unchanged(when(given(opened(), returned(), closed()), RETURN, OFFICER));
    }

    @Test
    void whatIsSaidToHaveHappenedAnotherTimeIsNoRepeat() {
        refusedBy("part-due", when(given(opened(), returned(BEFORE, 2)), handBack(HappenedAt.given(NOW), 2), OFFICER));
    }

    @Test
    void anAnsweredPartIsNotHandedBackUntilItIsAskedAgain() {
        refusedBy("part-due", when(given(answered()), handBack(now(), 2), OFFICER));
        recorded(
                when(given(opened(), accepted(), cleared(), published(), reopened(1, 2)), handBack(now(), 2), OFFICER),
                returned(NOW, 2));
    }

    @Test
    void aPartThatIsNotHereIsNamed() {
        invalid("parts[1]", "part-not-here", when(given(opened()), handBack(now(), 1, 3), OFFICER));
        invalid("parts[1]", "part-twice", when(given(opened()), handBack(now(), 1, 1), OFFICER));
    }

    @Test
    void nothingIsHandedBackBeforeItWasAsked() {
        var early = handBack(HappenedAt.given(BEFORE.minusSeconds(1)), 1);
        invalid("happenedAt", "not-before-predecessor", when(given(opened()), early, OFFICER));
    }

    @Test
    void anotherBodyCannotReturn() {
        notThere(when(given(opened()), RETURN, STRANGER));
    }

    private static Object[] answered() {
        return new Object[] {opened(), accepted(), cleared(), published()};
    }

    private static ReturnAssignment handBack(HappenedAt at, Integer... parts) {
        return new ReturnAssignment(ID, ReturnCategory.UNCLEAR, "Which allowance?", List.of(parts), at);
    }
}
