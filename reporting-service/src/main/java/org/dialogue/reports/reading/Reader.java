package org.dialogue.reports.reading;

import org.dialogue.events.commitment.CommitmentEvent.FollowUpCommitted;
import org.dialogue.events.question.Visibility;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.QuestionParts;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;
import org.dialogue.reports.background.Background;
import org.dialogue.reports.background.QuestionFacts;

/**
 * Somebody who reads reports, and what of them. What a reader may not see is left out of lists, totals and counts alike.
 *
 * @param actor who it is
 */
public record Reader(Actor actor) {

    /**
     * A public question is for everybody who is signed in, an internal one for all who take part, a restricted one for its
     * asker, the bodies it names, and those who run, chair or audit the dialogue.
     */
    public boolean maySee(QuestionFacts question) {
        return switch (question.visibility().kind()) {
            case PUBLIC -> true;
            case INTERNAL -> seesEverything() || actor.hasAnyOf(Role.DELEGATE, Role.OFFICER, Role.HEAD);
            case RESTRICTED -> seesEverything() || asked(question) || isNamedBy(question.visibility());
        };
    }

    /**
     * A commitment is for those who may see every question it follows from, and for the bodies that bear it. While one of
     * its questions is not known here, nobody knows who may see that: it is then for those who see everything.
     */
    public boolean maySee(FollowUpCommitted promise, Background background) {
        return seesEverything()
                || promise.bodies().stream().anyMatch(this::worksFor)
                || promise.subjects().stream().allMatch(subject -> maySee(subject, background));
    }

    private boolean maySee(QuestionParts subject, Background background) {
        return background.question(subject.question()).map(this::maySee).orElse(false);
    }

    /** {@return whether nothing is hidden from this reader} */
    public boolean seesEverything() {
        return actor.hasAnyOf(Role.SECRETARIAT, Role.CHAIR, Role.AUDITOR);
    }

    /** {@return whether the reader works in the body} */
    public boolean worksFor(BodyId body) {
        return actor.hasAnyOf(Role.OFFICER, Role.HEAD) && body.value().equals(actor.body());
    }

    private boolean asked(QuestionFacts question) {
        return question.asker().id().value().equals(actor.personId());
    }

    private boolean isNamedBy(Visibility visibility) {
        return visibility.bodies().stream().anyMatch(this::worksFor);
    }
}
