package org.dialogue.dialogues.question;

import java.util.Optional;
import java.util.stream.Stream;
import org.dialogue.dialogues.directory.PeopleOnRecord;
import org.dialogue.dialogues.programme.ProgrammeState;
import org.dialogue.dialogues.question.QuestionCommand.RaiseQuestion;
import org.dialogue.events.question.Direction;
import org.dialogue.events.question.QuestionEvent.QuestionFollowerAdded;
import org.dialogue.events.question.Visibility;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.kit.rules.NotFound;
import org.dialogue.kit.rules.NotPermitted;

/**
 * A delegate of the programme asks the leadership for the own commune, in person; the chair asks a commune in person; the
 * secretariat records anybody's question, and alone makes one public. Whoever asked may follow up, and so may the
 * secretariat; who asked a question that is led may contest the answer to its lead.
 */
final class AskingPermissions {

    private AskingPermissions() {}

    static void mayRaise(RaiseQuestion command, Actor actor) {
        if (!actor.hasAnyOf(Role.SECRETARIAT) && !asksInPerson(command, actor)) {
            throw new NotPermitted(
                    "own-name",
                    "a delegate asks the leadership, the chair a commune, and each only in the own name and office");
        }
    }

    static void mustBeDelegate(RaiseQuestion command, PersonReference asker, ProgrammeState programme, Actor actor) {
        if (command.direction() == Direction.TO_COMMUNE) {
            return;
        }
        if (!command.unit().equals(asker.unit())) {
            throw new InvalidInput(
                    "unit",
                    "unit-of-asker",
                    "the asker does not hold an office in " + command.unit().value(),
                    command.unit().value());
        }
        if (programme.hasDelegate(asker.id(), command.unit())) {
            return;
        }
        if (!actor.hasAnyOf(Role.SECRETARIAT)) {
            throw new NotPermitted("delegates", "only delegates of the programme ask the leadership in it");
        }
        throw new InvalidInput(
                "asker",
                "delegate-of-programme",
                "the asker is no delegate of the programme for "
                        + command.unit().value() + ": enter the delegate first",
                command.unit().value());
    }

    /** What everybody may read is the secretariat's to decide. */
    static void mayOpen(Visibility visibility, Actor actor) {
        if (visibility.kind() == Visibility.Kind.PUBLIC && !actor.hasAnyOf(Role.SECRETARIAT)) {
            throw new NotPermitted("making-public", "only the secretariat makes a question public");
        }
    }

    static void mayWithdraw(QuestionState question, Actor actor) {
        mustBeOneOf(question, Stream.of(), actor);
    }

    static void mayContest(QuestionState question, Actor actor) {
        Stream<PersonId> followers = question.followers().stream().map(QuestionFollowerAdded::asker);
        mustBeOneOf(question, followers, actor);
    }

    /**
     * The person that the chair is, whose word it is.
     *
     * @throws NotPermitted if the actor is no person on record
     */
    static PersonReference inPerson(Actor chair, PeopleOnRecord people) {
        return Optional.ofNullable(chair.personId())
                .map(PersonId::new)
                .flatMap(people::reference)
                .orElseThrow(
                        () -> new NotPermitted("chair-on-record", "the chair concludes as a person who is on record"));
    }

    /** Whoever may not know of the question hears of it as of one that does not exist. */
    private static void mustBeOneOf(QuestionState question, Stream<PersonId> others, Actor actor) {
        if (!Questions.isReadableBy(actor, question)) {
            throw new NotFound("question", question.id().value());
        }
        Stream<PersonId> askers =
                Stream.concat(Stream.of(question.raised().asker().id()), others);
        if (!actor.hasAnyOf(Role.SECRETARIAT) && askers.noneMatch(asker -> isSame(asker, actor))) {
            throw new NotPermitted("who-asked", "only who asked may do this, or the secretariat for them");
        }
    }

    private static boolean isSame(PersonId person, Actor actor) {
        return person.value().equals(actor.personId());
    }

    private static boolean asksInPerson(RaiseQuestion command, Actor actor) {
        boolean inOffice = command.direction() == Direction.TO_LEADERSHIP
                ? actor.hasAnyOf(Role.DELEGATE) && actor.speaksFor(command.unit())
                : actor.hasAnyOf(Role.CHAIR);
        return inOffice && isSame(command.asker(), actor);
    }
}
