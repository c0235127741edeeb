package org.dialogue.answers.assignment;

import org.dialogue.answers.assignment.AssignmentCommand.CloseAssignment;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentClosed;
import org.dialogue.events.assignment.ClosingReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClosingAnAssignmentTest extends AssignmentScenario {

    @ParameterizedTest
    @EnumSource
    void nothingMoreIsOwed(ClosingReason reason) {
        when(given(opened(), accepted()), close(reason), SERVICE)
                .expectSuccessfulHandlerExecution()
                .expectEvents(new AssignmentClosed(ID, QUESTION, BODY, reason, NOW));
    }

    @Test
    void aReturnedAssignmentEndsWhenAnotherBodyTakesOver() {
        when(given(opened(), returned()), close(ClosingReason.TRANSFERRED), SERVICE)
                .expectSuccessfulHandlerExecution()
                .expectEvents(new AssignmentClosed(ID, QUESTION, BODY, ClosingReason.TRANSFERRED, NOW));
    }

    @ParameterizedTest
    @EnumSource
    void aClosedAssignmentStaysAsItIs(ClosingReason reason) {
        when(given(opened(), closed()), close(reason), SERVICE)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void nobodyButTheServiceClosesAssignments() {
        notPermitted(when(given(opened()), close(ClosingReason.TRANSFERRED), HEAD));
    }

    private static CloseAssignment close(ClosingReason reason) {
        return new CloseAssignment(ID, reason, NOW);
    }
}
