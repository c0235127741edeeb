package org.dialogue.answers.assignment;

import java.util.List;
import org.dialogue.answers.assignment.AssignmentCommand.OpenAssignment;
import org.dialogue.events.question.AnsweringRole;
import org.junit.jupiter.api.Test;

class OpeningAnAssignmentTest extends AssignmentScenario {

    @Test
    void anAssignmentReachesItsBody() {
        when(givenNothing(), open(), SERVICE).expectSuccessfulHandlerExecution().expectEvents(opened());
    }

    @Test
    void openingAgainChangesNothing() {
        when(given(opened()), open(), SERVICE)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void openingAgainAfterItWasClosedChangesNothing() {
        when(given(opened(), closed()), open(), SERVICE)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void anIdCannotStandForTwoAssignments() {
        var other = new OpenAssignment(
                ID, QUESTION, PROGRAMME, BODY, AnsweringRole.COORDINATING, List.of(1, 2), DUE, BEFORE, BEFORE);
        refusedBy("same-assignment", when(given(opened()), other, SERVICE));
    }

    @Test
    void nobodyButTheServiceOpensAssignments() {
        notPermitted(when(givenNothing(), open(), HEAD));
    }
}
