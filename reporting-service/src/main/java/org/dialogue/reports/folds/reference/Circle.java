package org.dialogue.reports.folds.reference;

import org.dialogue.events.question.Visibility;
import org.dialogue.events.vocabulary.PersonId;

/**
 * Who may read a question, today. Questions of one circle are visible to the same readers, so that what they add up to is
 * kept by circle.
 *
 * @param asker who asked, where that matters; the same for all others
 */
public record Circle(Visibility visibility, PersonId asker) {

    private static final PersonId ANYBODY = new PersonId("anybody");

    /** {@return the circle of a question's readers} */
    public static Circle of(QuestionFacts question) {
        Visibility visibility = question.visibility();
        boolean restricted = visibility.kind() == Visibility.Kind.RESTRICTED;
        return new Circle(visibility, restricted ? question.asker().id() : ANYBODY);
    }
}
