package org.dialogue.answers.integration;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.dialogue.answers.assignment.AssignmentCommand.OpenAssignment;
import org.dialogue.events.question.QuestionEvent.QuestionAssigned;
import org.dialogue.kit.commands.CommandDispatch;
import org.dialogue.kit.commands.HappenedAt;
import org.dialogue.kit.consuming.Inbound;
import org.springframework.stereotype.Component;

/** An assigned question lies on the body's desk by itself. The assignment's id comes with the event, so it opens once. */
@Component
@Inbound
@ProcessingGroup("assignments")
class WhenQuestionAssignedThenOpenAssignment {

    private final CommandDispatch commands;

    WhenQuestionAssignedThenOpenAssignment(CommandDispatch commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(QuestionAssigned event) {
        HappenedAt at = HappenedAt.filledIn(event.happenedAt());
        commands.send(new OpenAssignment(
                event.assignmentId(),
                event.questionId(),
                event.programmeId(),
                event.body(),
                event.role(),
                event.parts(),
                event.due(),
                event.clockStartedAt(),
                event.note(),
                null,
                at));
    }
}
