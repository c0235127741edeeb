package org.dialogue.answers.assignment;

import java.util.List;
import org.dialogue.answers.assignment.AssignmentCommand.OpenAssignment;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentOpened;
import org.dialogue.events.question.AnsweringRole;
import org.dialogue.kit.commands.HappenedAt;
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
        var other = open(AnsweringRole.COORDINATING, null, null);
        refusedBy("same-assignment", when(given(opened()), other, SERVICE));
    }

    @Test
    void theBodyLearnsWhatTheSecretariatWantsItToKnow() {
        recorded(
                when(givenNothing(), open(AnsweringRole.LEAD, "Ask the police too", "Not theirs"), SERVICE),
                new AssignmentOpened(
                        ID,
                        QUESTION,
                        PROGRAMME,
                        BODY,
                        AnsweringRole.LEAD,
                        List.of(1, 2),
                        DUE,
                        BEFORE,
                        "Ask the police too",
                        "Not theirs",
                        BEFORE));
    }

    @Test
    void whatOlderHistoryDoesNotTellMakesNoOtherAssignment() {
        unchanged(when(given(opened()), open(AnsweringRole.LEAD, "Ask the police too", "Not theirs"), SERVICE));
    }

    @Test
    void nobodyButTheServiceOpensAssignments() {
        notPermitted(when(givenNothing(), open(), HEAD));
    }

    private static OpenAssignment open(AnsweringRole role, String note, String transferReason) {
        return new OpenAssignment(
                ID,
                QUESTION,
                PROGRAMME,
                BODY,
                role,
                List.of(1, 2),
                DUE,
                BEFORE,
                note,
                transferReason,
                HappenedAt.filledIn(BEFORE));
    }
}
