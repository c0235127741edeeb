package org.dialogue.answers.integration;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.dialogue.answers.assignment.AssignmentCommand.CloseAssignment;
import org.dialogue.events.question.QuestionEvent.QuestionWithdrawn;
import org.dialogue.kit.commands.CommandDispatch;
import org.dialogue.kit.commands.HappenedAt;
import org.dialogue.kit.consuming.Inbound;
import org.dialogue.ledger.Origin;
import org.springframework.stereotype.Component;

/** Nothing more is owed on a question that was taken back, unless that was put right since. */
@Component
@Inbound
@ProcessingGroup("assignments")
class WhenQuestionWithdrawnThenCloseAssignments {

    private final CommandDispatch commands;
    private final QuestionSlots questions;

    WhenQuestionWithdrawnThenCloseAssignments(CommandDispatch commands, QuestionSlots questions) {
        this.commands = commands;
        this.questions = questions;
    }

    @EventHandler
    void on(QuestionWithdrawn event, Origin origin) {
        QuestionSlots.Slots slots = questions.after(event, origin);
        if (slots.withdrawn()) {
            HappenedAt at = HappenedAt.filledIn(event.happenedAt());
            slots.assignments().forEach(assignment -> commands.send(new CloseAssignment(assignment, at)));
        }
    }
}
