package org.dialogue.answers.integration;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.dialogue.answers.assignment.AssignmentCommand.ReopenAssignment;
import org.dialogue.events.question.QuestionEvent.QuestionReopened;
import org.dialogue.kit.commands.CommandDispatch;
import org.dialogue.kit.consuming.Inbound;
import org.springframework.stereotype.Component;

/** What the asker asks again is due again, at every body that had answered it. */
@Component
@Inbound
@ProcessingGroup("assignments")
class WhenQuestionReopenedThenReopenAssignments {

    private final CommandDispatch commands;

    WhenQuestionReopenedThenReopenAssignments(CommandDispatch commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(QuestionReopened event) {
        event.assignments()
                .forEach(assignment -> commands.send(new ReopenAssignment(
                        assignment, event.round(), event.parts(), event.reason(), event.happenedAt())));
    }
}
