package org.dialogue.reports.reading;

import org.dialogue.access.ReadingPolicy;
import org.dialogue.events.commitment.CommitmentEvent.FollowUpCommitted;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.access.Actor;
import org.dialogue.reports.background.Background;
import org.dialogue.reports.background.QuestionFacts;

/**
 * Somebody who reads reports: asks the {@link ReadingPolicy} about what the views hold. What a reader may not see is left
 * out of lists, totals and counts alike.
 *
 * @param actor who it is
 */
public record Reader(Actor actor) {

    /** {@return whether the reader may know of the question} */
    public boolean maySee(QuestionFacts question) {
        return ReadingPolicy.mayReadQuestion(
                actor, question.visibility(), question.asker().id());
    }

    /** {@return whether the question is known here, and the reader may know of it} */
    public boolean maySee(QuestionId id, Background background) {
        return background.question(id).map(this::maySee).orElse(false);
    }

    /** {@return whether the reader may know of the commitment} */
    public boolean maySee(FollowUpCommitted promise, Background background) {
        return ReadingPolicy.mayReadCommitment(
                actor,
                promise.bodies(),
                promise.subjects().stream().map(subject -> maySee(subject.question(), background)));
    }

    /** {@return whether nothing is hidden from this reader} */
    public boolean seesEverything() {
        return ReadingPolicy.readsEverything(actor);
    }

    /** {@return whether the reader works in the body} */
    public boolean worksFor(BodyId body) {
        return ReadingPolicy.worksFor(actor, body);
    }
}
