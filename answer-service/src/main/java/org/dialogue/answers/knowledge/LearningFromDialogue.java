package org.dialogue.answers.knowledge;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.dialogue.events.directory.AnsweringBodyEvent.AnsweringBodyRegistered;
import org.dialogue.events.directory.AnsweringBodyEvent.BodyHeadAppointed;
import org.dialogue.events.directory.HigherAuthorityEvent.HigherAuthorityRegistered;
import org.dialogue.events.people.PersonEvent.PersonOfficeChanged;
import org.dialogue.events.people.PersonEvent.PersonRegistered;
import org.dialogue.events.programme.ProgrammeEvent.ProgrammeAnnounced;
import org.dialogue.events.question.QuestionEvent.QuestionRaised;
import org.dialogue.events.question.QuestionPart;
import org.dialogue.kit.consuming.Inbound;
import org.springframework.stereotype.Component;

/** Keeps what dialogue-service reports and this service needs to know. The same event again changes nothing. */
@Component
@Inbound
@ProcessingGroup("knowledge")
class LearningFromDialogue {

    private final Knowledge knowledge;

    LearningFromDialogue(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    @EventHandler
    void on(AnsweringBodyRegistered event) {
        KnownBody before = knowledge.body(event.bodyId()).orElse(null);
        knowledge.keep(new KnownBody(event.bodyId(), event.kind(), before == null ? null : before.head()));
    }

    @EventHandler
    void on(BodyHeadAppointed event) {
        KnownBody body = knowledge
                .body(event.bodyId())
                .orElseThrow(() -> new IllegalStateException(
                        event.bodyId() + " got a head before it was registered: its events are out of order"));
        knowledge.keep(new KnownBody(body.bodyId(), body.kind(), event.head()));
    }

    @EventHandler
    void on(PersonRegistered event) {
        knowledge.keep(event.person());
    }

    @EventHandler
    void on(PersonOfficeChanged event) {
        knowledge.keep(event.person());
    }

    @EventHandler
    void on(HigherAuthorityRegistered event) {
        knowledge.keep(event.authorityId(), event.name());
    }

    @EventHandler
    void on(ProgrammeAnnounced event) {
        knowledge.keep(event.programmeId(), event.title());
    }

    @EventHandler
    void on(QuestionRaised event) {
        knowledge.keep(new KnownQuestion(
                event.questionId(),
                event.programmeId(),
                event.asker().id(),
                event.parts().stream().map(QuestionPart::number).toList(),
                event.visibility()));
    }
}
