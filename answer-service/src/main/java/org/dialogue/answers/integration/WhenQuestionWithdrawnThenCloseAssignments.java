package org.dialogue.answers.integration;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.dialogue.answers.assignment.AssignmentCommand.CloseAssignment;
import org.dialogue.events.assignment.ClosingReason;
import org.dialogue.events.question.QuestionEvent.QuestionWithdrawn;
import org.dialogue.kit.commands.CommandDispatch;
import org.dialogue.kit.consuming.Inbound;
import org.springframework.stereotype.Component;

/** Nothing more is owed on a question that was taken back. */
@Component
@Inbound
@ProcessingGroup("assignments")
class WhenQuestionWithdrawnThenCloseAssignments {

    private final CommandDispatch commands;
    private final QuestionSlots slots;

    WhenQuestionWithdrawnThenCloseAssignments(CommandDispatch commands, QuestionSlots slots) {
        this.commands = commands;
        this.slots = slots;
    }

    @EventHandler
    void on(QuestionWithdrawn event) {
        slots.of(event.questionId())
                .forEach(assignment -> commands.send(
                        new CloseAssignment(assignment, ClosingReason.QUESTION_WITHDRAWN, event.happenedAt())));
    }
}
