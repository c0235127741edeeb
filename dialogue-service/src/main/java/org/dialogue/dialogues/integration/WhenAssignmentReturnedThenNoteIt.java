package org.dialogue.dialogues.integration;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.dialogue.dialogues.question.QuestionCommand.NoteReturn;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentReturned;
import org.dialogue.kit.commands.CommandDispatch;
import org.dialogue.kit.commands.HappenedAt;
import org.dialogue.kit.consuming.Inbound;
import org.springframework.stereotype.Component;

/** Tells the question that a body handed parts of its share back, so that the secretariat is known to owe the next step. */
@Component
@Inbound
@ProcessingGroup("questions-from-answers")
class WhenAssignmentReturnedThenNoteIt {

    private final CommandDispatch commands;

    WhenAssignmentReturnedThenNoteIt(CommandDispatch commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(AssignmentReturned event) {
        commands.send(new NoteReturn(
                event.questionId(),
                event.assignmentId(),
                event.body(),
                event.category(),
                event.text(),
                event.parts(),
                HappenedAt.filledIn(event.happenedAt())));
    }
}
