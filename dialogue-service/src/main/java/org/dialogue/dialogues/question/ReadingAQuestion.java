package org.dialogue.dialogues.question;

import org.dialogue.events.question.Visibility;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;

/**
 * Who may read a question: a public one everybody, an internal one all who take part, a restricted one its asker, the
 * bodies it names, and those who run, chair or audit the dialogue.
 */
public final class ReadingAQuestion {

    private ReadingAQuestion() {}

    /**
     * Judges a reader.
     *
     * @param question the question
     * @param actor who wants to read it
     * @return whether the actor may know that it exists
     */
    public static boolean isAllowedTo(QuestionState question, Actor actor) {
        Visibility visibility = question.raised().visibility();
        return switch (visibility.kind()) {
            case PUBLIC -> true;
            case INTERNAL -> takesPart(actor);
            case RESTRICTED ->
                readsEverything(actor)
                        || AskingForOneself.isSame(question.raised().asker(), actor)
                        || isNamed(visibility, actor);
        };
    }

    private static boolean takesPart(Actor actor) {
        return readsEverything(actor) || actor.hasAnyOf(Role.DELEGATE, Role.OFFICER, Role.HEAD);
    }

    private static boolean readsEverything(Actor actor) {
        return actor.hasAnyOf(Role.SECRETARIAT, Role.CHAIR, Role.AUDITOR, Role.SYSTEM);
    }

    private static boolean isNamed(Visibility visibility, Actor actor) {
        return actor.hasAnyOf(Role.OFFICER, Role.HEAD)
                && visibility.bodies().stream().map(BodyId::value).anyMatch(actor::worksIn);
    }
}
