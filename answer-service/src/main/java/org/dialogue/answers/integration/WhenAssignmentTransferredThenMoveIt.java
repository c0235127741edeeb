package org.dialogue.answers.integration;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.dialogue.answers.assignment.AssignmentCommand.CloseAssignment;
import org.dialogue.answers.assignment.AssignmentCommand.OpenAssignment;
import org.dialogue.events.assignment.ClosingReason;
import org.dialogue.events.question.QuestionEvent.AssignmentTransferred;
import org.dialogue.kit.commands.CommandDispatch;
import org.dialogue.kit.consuming.Inbound;
import org.springframework.stereotype.Component;

/** A transferred assignment ends at one body and opens at another, where the clock goes on. */
@Component
@Inbound
@ProcessingGroup("assignments")
class WhenAssignmentTransferredThenMoveIt {

    private final CommandDispatch commands;
    private final QuestionSlots slots;

    WhenAssignmentTransferredThenMoveIt(CommandDispatch commands, QuestionSlots slots) {
        this.commands = commands;
        this.slots = slots;
    }

    @EventHandler
    void on(AssignmentTransferred event) {
        slots.remember(event.questionId(), event.assignmentId());
        commands.send(new CloseAssignment(event.formerAssignment(), ClosingReason.TRANSFERRED, event.happenedAt()));
        commands.send(new OpenAssignment(
                event.assignmentId(),
                event.questionId(),
                event.programmeId(),
                event.body(),
                event.role(),
                event.parts(),
                event.due(),
                event.clockStartedAt(),
                event.happenedAt()));
    }
}
