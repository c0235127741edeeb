package org.dialogue.answers.integration;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.dialogue.answers.assignment.AssignmentCommand.OpenAssignment;
import org.dialogue.answers.assignment.AssignmentCommand.TransferParts;
import org.dialogue.events.question.QuestionEvent.AssignmentTransferred;
import org.dialogue.kit.commands.CommandDispatch;
import org.dialogue.kit.commands.HappenedAt;
import org.dialogue.kit.consuming.Inbound;
import org.springframework.stereotype.Component;

/** What is transferred leaves one body and opens at another, where the clock goes on. */
@Component
@Inbound
@ProcessingGroup("assignments")
class WhenAssignmentTransferredThenMoveIt {

    private final CommandDispatch commands;

    WhenAssignmentTransferredThenMoveIt(CommandDispatch commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(AssignmentTransferred event) {
        HappenedAt at = HappenedAt.filledIn(event.happenedAt());
        commands.send(new TransferParts(event.formerAssignment(), event.parts(), event.assignmentId(), at));
        commands.send(new OpenAssignment(
                event.assignmentId(),
                event.questionId(),
                event.programmeId(),
                event.body(),
                event.role(),
                event.parts(),
                event.due(),
                event.clockStartedAt(),
                null,
                event.reason(),
                at));
    }
}
