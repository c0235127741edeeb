package org.dialogue.dialogues.integration;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.dialogue.dialogues.question.QuestionCommand.NoteAnswer;
import org.dialogue.events.assignment.AssignmentEvent.AnswerPublished;
import org.dialogue.events.question.PartDisposition;
import org.dialogue.kit.commands.CommandDispatch;
import org.dialogue.kit.commands.HappenedAt;
import org.dialogue.kit.consuming.Inbound;
import org.springframework.stereotype.Component;

/** Tells the question that a body has answered; the last answer owed makes the question answered. */
@Component
@Inbound
@ProcessingGroup("questions-from-answers")
class WhenAnswerPublishedThenNoteIt {

    private final CommandDispatch commands;

    WhenAnswerPublishedThenNoteIt(CommandDispatch commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(AnswerPublished event) {
        commands.send(new NoteAnswer(
                event.questionId(),
                event.assignmentId(),
                event.answerId(),
                event.body(),
                event.parts().stream()
                        .map(part -> new PartDisposition(part.part(), part.proposedDisposition()))
                        .toList(),
                HappenedAt.filledIn(event.happenedAt())));
    }
}
