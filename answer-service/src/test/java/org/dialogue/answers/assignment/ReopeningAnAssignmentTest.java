package org.dialogue.answers.assignment;

import java.util.List;
import org.dialogue.answers.assignment.AssignmentCommand.ReopenAssignment;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentReopened;
import org.dialogue.events.vocabulary.AnswerId;
import org.junit.jupiter.api.Test;

class ReopeningAnAssignmentTest extends AssignmentScenario {

    @Test
    void theReopenedPartsAreDueAgain() {
        when(given(opened(), accepted(), cleared(), published()), reopen(1, 2), SERVICE)
                .expectSuccessfulHandlerExecution()
                .expectEvents(event(1, 2));
    }

    @Test
    void partsOfOtherAssignmentsArePassedOver() {
        when(given(opened(), accepted(), cleared(), published()), reopen(1, 2, 3), SERVICE)
                .expectSuccessfulHandlerExecution()
                .expectEvents(event(1, 2));
    }

    @Test
    void aReopeningOfOtherPartsOnlyChangesNothing() {
        when(given(opened(), accepted(), cleared(), published()), reopen(1, 3), SERVICE)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void theSameRoundAgainChangesNothing() {
        when(given(opened(), accepted(), cleared(), published(), reopened(1, 2)), reopen(1, 2), SERVICE)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void anEarlierRoundComingAgainAfterTheNextAnswerChangesNothing() {
        when(
                        given(
                                opened(),
                                accepted(),
                                cleared(),
                                published(),
                                reopened(1, 2),
                                published(new AnswerId("answer-2"), words(2), BEFORE)),
                        reopen(1, 2),
                        SERVICE)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void theNextRoundAddsToWhatIsDue() {
        when(given(opened(), accepted(), cleared(), published(), reopened(1, 2)), reopen(2, 1), SERVICE)
                .expectSuccessfulHandlerExecution()
                .expectEvents(event(2, 1));
    }

    @Test
    void whatAnotherBodyHasNowIsNotAskedHereAgain() {
        unchanged(when(given(opened(), accepted(), cleared(), published(), closed()), reopen(1, 2), SERVICE));
        recorded(
                when(given(opened(), accepted(), cleared(), published(), transferred(1)), reopen(1, 1, 2), SERVICE),
                event(1, 2));
    }

    @Test
    void whatWasReturnedStaysReturned() {
        var before = given(opened(), accepted(), cleared(), published(), reopened(1, 2), returned(BEFORE, 2));
        recorded(when(before, reopen(2, 1, 2), SERVICE), event(2, 1));
    }

    @Test
    void anAnswerThatTheAskerHadNotSeenStands() {
        var second = new AnswerId("answer-2");
        var before = given(
                opened(), accepted(), cleared(), published(), reopened(1, 2), published(second, words(2), BEFORE));
        recorded(when(before, reopenKnowing(List.of(ANSWER), 2, 1, 2), SERVICE), event(2, 1));
        recorded(
                when(
                        given(
                                opened(),
                                accepted(),
                                cleared(),
                                published(),
                                reopened(1, 2),
                                published(second, words(2), BEFORE)),
                        reopenKnowing(List.of(ANSWER, second), 2, 1, 2),
                        SERVICE),
                event(2, 1, 2));
    }

    @Test
    void nobodyButTheServiceReopensAssignments() {
        notPermitted(when(given(opened(), accepted(), cleared(), published()), reopen(1, 2), HEAD));
    }

    private static ReopenAssignment reopenKnowing(List<AnswerId> noted, int round, Integer... parts) {
        return new ReopenAssignment(ID, round, List.of(parts), noted, "Not to the point", now());
    }

    private static ReopenAssignment reopen(int round, Integer... parts) {
        return new ReopenAssignment(ID, round, List.of(parts), List.of(), "Not to the point", now());
    }

    private static AssignmentReopened event(int round, Integer... parts) {
        return new AssignmentReopened(ID, QUESTION, BODY, round, List.of(parts), "Not to the point", NOW);
    }
}
