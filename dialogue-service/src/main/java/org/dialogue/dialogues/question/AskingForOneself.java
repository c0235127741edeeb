package org.dialogue.dialogues.question;

import org.dialogue.dialogues.question.QuestionCommand.RaiseQuestion;
import org.dialogue.events.question.Direction;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.kit.rules.NotPermitted;

/**
 * A delegate asks the leadership for the own commune, in person; the chair asks a commune in person; the secretariat
 * records anybody's question. Whoever asked may follow up, and so may the secretariat.
 */
final class AskingForOneself {

    private AskingForOneself() {}

    static void mayRaise(RaiseQuestion command, Actor actor) {
        if (!actor.hasAnyOf(Role.SECRETARIAT) && !asksInPerson(command, actor)) {
            throw new NotPermitted(
                    "a delegate asks the leadership, the chair a commune, and each only in the own name and office");
        }
        boolean ofTheCommune = command.unit().equals(command.asker().unit());
        if (command.direction() == Direction.TO_LEADERSHIP && !ofTheCommune) {
            throw new InvalidInput("unit", "unit-of-asker", "the asker does not hold an office in " + command.unit());
        }
    }

    static void mayFollowUp(PersonReference asker, Actor actor) {
        if (!actor.hasAnyOf(Role.SECRETARIAT) && !isSame(asker, actor)) {
            throw new NotPermitted("only who asked may do this, or the secretariat for them");
        }
    }

    static boolean isSame(PersonReference person, Actor actor) {
        return person.id().value().equals(actor.personId());
    }

    private static boolean asksInPerson(RaiseQuestion command, Actor actor) {
        boolean inOffice = command.direction() == Direction.TO_LEADERSHIP
                ? actor.hasAnyOf(Role.DELEGATE) && actor.speaksFor(command.unit())
                : actor.hasAnyOf(Role.CHAIR);
        return inOffice && isSame(command.asker(), actor);
    }
}
