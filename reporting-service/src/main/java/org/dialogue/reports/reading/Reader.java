package org.dialogue.reports.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.dialogue.access.ReadingPolicy;
import org.dialogue.events.commitment.CommitmentEvent.FollowUpCommitted;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.access.Actor;
import org.dialogue.reports.folds.reference.Circle;
import org.dialogue.reports.folds.reference.QuestionFacts;
import org.dialogue.reports.folds.reference.ReferenceData;

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

    /**
     * Which circles the reader belongs to, and so may know of their questions. For one request: what is once asked is
     * remembered.
     */
    public Predicate<Circle> circles() {
        Map<Circle, Boolean> known = new HashMap<>();
        return circle -> known.computeIfAbsent(
                circle, one -> ReadingPolicy.mayReadQuestion(actor, one.visibility(), one.asker()));
    }

    /** {@return whether the question is known here, and the reader may know of it} */
    public boolean maySee(QuestionId id, ReferenceData reference) {
        return reference.question(id).map(this::maySee).orElse(false);
    }

    /** {@return whether the reader may know of the commitment} */
    public boolean maySee(FollowUpCommitted promise, ReferenceData reference) {
        return ReadingPolicy.mayReadCommitment(
                actor,
                promise.bodies(),
                promise.subjects().stream().map(subject -> maySee(subject.question(), reference)));
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
