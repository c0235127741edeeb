package org.dialogue.answers.knowledge;

import java.util.List;
import org.dialogue.events.question.QuestionEvent;
import org.dialogue.events.question.QuestionEvent.QuestionRaised;
import org.dialogue.events.question.QuestionPart;
import org.dialogue.events.question.Visibility;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * A question, as far as this service has heard.
 *
 * @param parts the numbers of its parts
 */
public record KnownQuestion(
        QuestionId questionId, ProgrammeId programmeId, PersonId asker, List<Integer> parts, Visibility visibility) {

    static KnownQuestion after(@Nullable KnownQuestion before, QuestionEvent event) {
        return event instanceof QuestionRaised raised
                ? new KnownQuestion(
                        raised.questionId(),
                        raised.programmeId(),
                        raised.asker().id(),
                        raised.parts().stream().map(QuestionPart::number).toList(),
                        raised.visibility())
                : Knowledge.known(before, event);
    }

    /**
     * Judges a reader by the same rules as dialogue-service.
     *
     * @param actor who wants to read
     * @return whether the actor may know that the question exists
     */
    public boolean isReadableBy(Actor actor) {
        boolean readsEverything = actor.hasAnyOf(Role.SECRETARIAT, Role.CHAIR, Role.AUDITOR);
        return switch (visibility.kind()) {
            case PUBLIC -> true;
            case INTERNAL -> readsEverything || actor.hasAnyOf(Role.DELEGATE, Role.OFFICER, Role.HEAD);
            case RESTRICTED -> readsEverything || asker.value().equals(actor.personId()) || isNamed(actor);
        };
    }

    private boolean isNamed(Actor actor) {
        return actor.hasAnyOf(Role.OFFICER, Role.HEAD)
                && visibility.bodies().stream().map(BodyId::value).anyMatch(actor::worksIn);
    }
}
