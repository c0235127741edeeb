package org.dialogue.answers.integration;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.dialogue.answers.assignment.AssignmentCommand.ResumeAssignment;
import org.dialogue.events.question.QuestionEvent.QuestionWithdrawalCorrected;
import org.dialogue.kit.commands.CommandDispatch;
import org.dialogue.kit.commands.HappenedAt;
import org.dialogue.kit.consuming.Inbound;
import org.dialogue.ledger.Origin;
import org.springframework.stereotype.Component;

/** What was owed on a question is owed again if it was taken back by mistake, unless it was taken back since. */
@Component
@Inbound
@ProcessingGroup("assignments")
class WhenWithdrawalCorrectedThenResumeAssignments {

    private final CommandDispatch commands;
    private final QuestionSlots questions;

    WhenWithdrawalCorrectedThenResumeAssignments(CommandDispatch commands, QuestionSlots questions) {
        this.commands = commands;
        this.questions = questions;
    }

    @EventHandler
    void on(QuestionWithdrawalCorrected event, Origin origin) {
        QuestionSlots.Slots slots = questions.after(event, origin);
        if (!slots.withdrawn()) {
            HappenedAt at = HappenedAt.filledIn(event.happenedAt());
            slots.assignments()
                    .forEach(assignment -> commands.send(new ResumeAssignment(assignment, event.reason(), at)));
        }
    }
}
