package org.dialogue.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.dialogue.events.question.Visibility;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.projections.ListQuery.Condition;
import org.jspecify.annotations.Nullable;

/**
 * Who may read what: one policy for every service. A public question is for everybody, an internal one for all who take
 * part, a restricted one for its asker, the bodies it names, and those who run, chair or audit the dialogue. Today's
 * visibility governs what anybody sees of earlier moments. What somebody may not read is answered like what is not there.
 */
public final class ReadingPolicy {

    private ReadingPolicy() {}

    /**
     * Judges a reader of a question, and of what was answered to it.
     *
     * @param reader who wants to read
     * @param visibility the question's visibility today
     * @param asker who asked it
     * @return whether the reader may know that it exists
     */
    public static boolean mayReadQuestion(Actor reader, Visibility visibility, PersonId asker) {
        return switch (visibility.kind()) {
            case PUBLIC -> true;
            case INTERNAL -> takesPart(reader);
            case RESTRICTED ->
                readsEverything(reader) || isSame(reader, asker) || worksInOneOf(reader, visibility.bodies());
        };
    }

    /**
     * Compares the circles of readers of two questions.
     *
     * @param visibility of the one
     * @param asker who asked the one
     * @param others the visibility of the other
     * @param othersAsker who asked the other
     * @return whether everybody who may read the other may read the one
     */
    public static boolean reachesReadersOf(
            Visibility visibility, PersonId asker, Visibility others, PersonId othersAsker) {
        return switch (visibility.kind()) {
            case PUBLIC -> true;
            case INTERNAL -> others.kind() != Visibility.Kind.PUBLIC;
            case RESTRICTED ->
                others.kind() == Visibility.Kind.RESTRICTED
                        && asker.equals(othersAsker)
                        && visibility.bodies().containsAll(others.bodies());
        };
    }

    /**
     * Says of a list of questions what a reader may see of it, by the same rules as {@link #mayReadQuestion}.
     *
     * @param reader who wants to read
     * @param kind the field that holds the kind of visibility
     * @param bodies the field that holds the bodies it names
     * @param asker the field that holds who asked
     * @return what entries must meet; null if the reader reads everything
     */
    public static @Nullable Condition questionsReadableBy(Actor reader, String kind, String bodies, String asker) {
        if (readsEverything(reader)) {
            return null;
        }
        List<Condition> circles = new ArrayList<>();
        circles.add(new Condition.Is(kind, Visibility.Kind.PUBLIC));
        if (takesPart(reader)) {
            circles.add(new Condition.Is(kind, Visibility.Kind.INTERNAL));
        }
        List<Condition> named = new ArrayList<>();
        String person = reader.personId();
        if (person != null) {
            named.add(new Condition.Is(asker, person));
        }
        String body = reader.body();
        if (body != null && reader.hasAnyOf(Role.OFFICER, Role.HEAD)) {
            named.add(new Condition.Is(bodies, body));
        }
        if (!named.isEmpty()) {
            circles.add(new Condition.AllOf(
                    List.of(new Condition.Is(kind, Visibility.Kind.RESTRICTED), new Condition.AnyOf(named))));
        }
        return new Condition.AnyOf(circles);
    }

    /**
     * Judges a reader of a commitment: those who bear it, and those who may read every question it follows from. A question
     * that is not known yet hides it, since nobody knows who may read that.
     *
     * @param reader who wants to read
     * @param bearing the bodies that bear it
     * @param subjects for each question it follows from, whether the reader may read it
     */
    public static boolean mayReadCommitment(Actor reader, Collection<BodyId> bearing, Stream<Boolean> subjects) {
        return readsEverything(reader)
                || worksInOneOf(reader, bearing)
                || takesPart(reader) && subjects.allMatch(Boolean::booleanValue);
    }

    /** {@return whether the reader may read the assignments of a body: its own people, and those who read everything} */
    public static boolean mayReadAssignments(Actor reader, BodyId body) {
        return readsEverything(reader) || worksFor(reader, body);
    }

    /**
     * Judges a reader of a person's name: the person, those who read everything, and those in the bodies who work with the
     * person's matters or beside the person. To all others a person is an office.
     *
     * @param reader who wants to read
     * @param person whose name it is
     * @param works whether the reader's body has a share in a question of the person's
     */
    public static boolean mayReadName(Actor reader, PersonReference person, boolean works) {
        return readsEverything(reader)
                || isSame(reader, person.id())
                || worksFor(reader, person.body())
                || works && reader.hasAnyOf(Role.OFFICER, Role.HEAD);
    }

    /** {@return whether nothing in the dialogue is hidden from the reader} */
    public static boolean readsEverything(Actor reader) {
        return reader.hasAnyOf(Role.SECRETARIAT, Role.CHAIR, Role.AUDITOR, Role.SYSTEM);
    }

    /** {@return whether the reader takes part in the dialogue; who keeps the programs running does not} */
    public static boolean takesPart(Actor reader) {
        return readsEverything(reader) || reader.hasAnyOf(Role.DELEGATE, Role.OFFICER, Role.HEAD);
    }

    /** {@return whether the reader works in the body, as an officer or its head} */
    public static boolean worksFor(Actor reader, @Nullable BodyId body) {
        return body != null && reader.hasAnyOf(Role.OFFICER, Role.HEAD) && reader.worksIn(body);
    }

    private static boolean worksInOneOf(Actor reader, Collection<BodyId> bodies) {
        return bodies.stream().anyMatch(body -> worksFor(reader, body));
    }

    private static boolean isSame(Actor reader, PersonId person) {
        return person.value().equals(reader.personId());
    }
}
