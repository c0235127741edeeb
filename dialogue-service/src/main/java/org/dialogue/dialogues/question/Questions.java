package org.dialogue.dialogues.question;

import java.util.Optional;
import org.dialogue.access.ReadingPolicy;
import org.dialogue.events.question.QuestionEvent;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.history.AggregateReaders;
import org.dialogue.kit.history.Versioned;
import org.dialogue.kit.rules.NotFound;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Questions as they are now, for those who may know of them. */
@Component
public class Questions {

    private final AggregateReaders.Reader<QuestionEvent, QuestionState> questions;

    @Autowired
    Questions(AggregateReaders aggregates) {
        this(aggregates.of(QuestionEvent.class, QuestionState::after));
    }

    Questions(AggregateReaders.Reader<QuestionEvent, QuestionState> questions) {
        this.questions = questions;
    }

    /** {@return the question, if there is one, whoever asks} */
    public Optional<Versioned<QuestionState>> question(QuestionId id) {
        return questions.read(id);
    }

    /** {@return the question, if there is one that the actor may read} */
    public Optional<Versioned<QuestionState>> questionFor(Actor actor, QuestionId id) {
        return question(id).filter(found -> isReadableBy(actor, found.state()));
    }

    /**
     * The question that a request is about.
     *
     * @throws NotFound if there is none, or none that the actor may know of
     */
    public QuestionState mustBeKnownTo(Actor actor, QuestionId id) {
        return questionFor(actor, id).map(Versioned::state).orElseThrow(() -> new NotFound("question", id.value()));
    }

    /** {@return whether the actor may know that the question exists} */
    public static boolean isReadableBy(Actor actor, QuestionState question) {
        return ReadingPolicy.mayReadQuestion(
                actor, question.visibility(), question.raised().asker().id());
    }
}
