package org.dialogue.answers.assignment;

import org.dialogue.answers.assignment.AssignmentCommand.AcceptAssignment;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentAccepted;
import org.dialogue.kit.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AcceptingAnAssignmentTest extends AssignmentScenario {

    private static final AcceptAssignment ACCEPT = new AcceptAssignment(ID, NOW);

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
        notPermitted(when(given(opened()), ACCEPT, STRANGER));
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
    void aClosedAssignmentCannotBeAccepted() {
        refusedBy("not-closed", when(given(opened(), closed()), ACCEPT, OFFICER));
    }
}
