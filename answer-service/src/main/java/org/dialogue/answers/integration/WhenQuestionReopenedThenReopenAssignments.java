package org.dialogue.answers.integration;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.dialogue.answers.assignment.AssignmentCommand.ReopenAssignment;
import org.dialogue.events.question.QuestionEvent.QuestionReopened;
import org.dialogue.kit.commands.CommandDispatch;
import org.dialogue.kit.commands.HappenedAt;
import org.dialogue.kit.consuming.Inbound;
import org.dialogue.ledger.Origin;
import org.springframework.stereotype.Component;

/** What the asker asks again is due again, at every body whose answer the asker had seen. */
@Component
@Inbound
@ProcessingGroup("assignments")
class WhenQuestionReopenedThenReopenAssignments {

    private final CommandDispatch commands;
    private final QuestionSlots questions;

    WhenQuestionReopenedThenReopenAssignments(CommandDispatch commands, QuestionSlots questions) {
        this.commands = commands;
        this.questions = questions;
    }

    @EventHandler
    void on(QuestionReopened event, Origin origin) {
        QuestionSlots.Slots slots = questions.after(event, origin);
        event.assignments()
                .forEach(assignment -> commands.send(new ReopenAssignment(
                        assignment,
                        event.round(),
                        event.parts(),
                        slots.notedBefore(event.round(), assignment),
                        event.reason(),
                        HappenedAt.filledIn(event.happenedAt()))));
    }
}
