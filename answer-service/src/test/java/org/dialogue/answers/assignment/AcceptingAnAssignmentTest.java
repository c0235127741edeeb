package org.dialogue.answers.assignment;

import org.dialogue.answers.assignment.AssignmentCommand.AcceptAssignment;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentAccepted;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.commands.HappenedAt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AcceptingAnAssignmentTest extends AssignmentScenario {

    private static final AcceptAssignment ACCEPT = new AcceptAssignment(ID, now());

    @ParameterizedTest
    @EnumSource(names = {"OFFICER", "HEAD"})
    void aBodyTakesItsAssignmentOn(Role role) {
        when(given(opened()), ACCEPT, actor("somebody", "home-affairs", role))
                .expectSuccessfulHandlerExecution()
                .expectEvents(new AssignmentAccepted(ID, QUESTION, BODY, NOW));
    }

    @Test
    void acceptingAgainChangesNothing() {
        when(given(opened(), accepted()), ACCEPT, OFFICER)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void acceptingWhatHasBeenAnsweredChangesNothing() {
        when(given(opened(), accepted(), cleared(), published()), ACCEPT, OFFICER)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void anotherBodyCannotAccept() {
        notThere(when(given(opened()), ACCEPT, STRANGER));
    }

    @ParameterizedTest
    @EnumSource(names = {"DELEGATE", "SECRETARIAT", "CHAIR", "AUDITOR", "OPERATOR", "SYSTEM"})
    void nobodyAcceptsForTheBody(Role role) {
        notPermitted(when(given(opened()), ACCEPT, actor("somebody", "home-affairs", role)));
    }

    @Test
    void aReturnedAssignmentCannotBeAccepted() {
        refusedBy("not-returned", when(given(opened(), returned()), ACCEPT, OFFICER));
    }

    @Test
    void itIsAcceptedOnce() {
        var again = new AcceptAssignment(ID, HappenedAt.given(NOW));
        refusedBy("accepted-once", when(given(opened(), accepted()), again, OFFICER));
    }

    @Test
    void itIsNotAcceptedBeforeItWasOpened() {
        var early = new AcceptAssignment(ID, HappenedAt.given(BEFORE.minusSeconds(1)));
        invalid("happenedAt", "not-before-predecessor", when(given(opened()), early, OFFICER));
    }

    @Test
    void aClockThatLagsBehindIsNoReasonToRefuse() {
        var lagging = new AcceptAssignment(ID, HappenedAt.filledIn(BEFORE.minusSeconds(1)));
        recorded(when(given(opened()), lagging, OFFICER), accepted());
    }

    @Test
    void aClosedAssignmentCannotBeAccepted() {
        refusedBy("not-closed", when(given(opened(), closed()), ACCEPT, OFFICER));
    }
}
