package org.dialogue.dialogues.programme;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dialogue.events.programme.Figure;
import org.dialogue.events.programme.ProgrammeEvent;
import org.dialogue.events.programme.ProgrammeEvent.BackgroundFiguresRecorded;
import org.dialogue.events.programme.ProgrammeEvent.DelegateRegistered;
import org.dialogue.events.programme.ProgrammeEvent.ProgrammeAnnounced;
import org.dialogue.events.programme.ProgrammeEvent.ProgrammeArchived;
import org.dialogue.events.programme.ProgrammeEvent.ProgrammeConcluded;
import org.dialogue.events.programme.ProgrammeEvent.ProgrammeOpened;
import org.dialogue.events.programme.ProgrammeEvent.SessionHeld;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.events.vocabulary.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * A programme as it is read.
 *
 * @param stage how far it has come
 * @param delegates who takes part, in the order of entry, each in the office entered last
 * @param figures its background, in the order of recording
 * @param session when and where it was held, once it was
 * @param conclusion the chair's words, once spoken
 */
public record ProgrammeState(
        ProgrammeAnnounced announced,
        Stage stage,
        List<PersonReference> delegates,
        List<Figure> figures,
        @Nullable SessionHeld session,
        @Nullable ProgrammeConcluded conclusion) {

    /** {@return the programme after one more event} */
    public static ProgrammeState after(@Nullable ProgrammeState before, ProgrammeEvent event) {
        if (event instanceof ProgrammeAnnounced announced) {
            return new ProgrammeState(announced, Stage.ANNOUNCED, List.of(), List.of(), null, null);
        }
        return Objects.requireNonNull(before, "a programme begins by being announced")
                .after(event);
    }

    private ProgrammeState after(ProgrammeEvent event) {
        if (event instanceof DelegateRegistered registered) {
            return new ProgrammeState(announced, stage, entered(registered.delegate()), figures, session, conclusion);
        }
        if (event instanceof BackgroundFiguresRecorded recorded) {
            return new ProgrammeState(
                    announced, stage, delegates, plus(figures, recorded.figures()), session, conclusion);
        }
        if (event instanceof ProgrammeOpened) {
            return in(Stage.OPEN);
        }
        if (event instanceof SessionHeld held) {
            return new ProgrammeState(announced, Stage.SESSION_HELD, delegates, figures, held, conclusion);
        }
        if (event instanceof ProgrammeConcluded concluded) {
            return new ProgrammeState(announced, Stage.CONCLUDED, delegates, figures, session, concluded);
        }
        if (event instanceof ProgrammeArchived) {
            return in(Stage.ARCHIVED);
        }
        throw new IllegalArgumentException("a programme does not know " + event.getClass());
    }

    /** {@return whether the person was entered as a delegate, speaking for the unit} */
    public boolean hasDelegate(PersonId person, UnitId unit) {
        return delegates.stream().anyMatch(delegate -> delegate.id().equals(person) && unit.equals(delegate.unit()));
    }

    private List<PersonReference> entered(PersonReference delegate) {
        boolean known = delegates.stream().anyMatch(other -> other.id().equals(delegate.id()));
        return known
                ? delegates.stream()
                        .map(other -> other.id().equals(delegate.id()) ? delegate : other)
                        .toList()
                : plus(delegates, List.of(delegate));
    }

    private ProgrammeState in(Stage next) {
        return new ProgrammeState(announced, next, delegates, figures, session, conclusion);
    }

    private static <T> List<T> plus(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
