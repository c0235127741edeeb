package org.dialogue.events.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.dialogue.events.DialogueEvent;
import org.dialogue.events.vocabulary.BilingualName;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.Lists;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.SourceNote;
import org.jspecify.annotations.Nullable;

/** What happens in a year's programme of meeting and dialogue. */
public sealed interface ProgrammeEvent extends DialogueEvent {

    /** {@return the programme} */
    ProgrammeId programmeId();

    /**
     * The programme of a year was announced.
     *
     * @param year the calendar year
     * @param host the body that holds it
     * @param plannedFor the day planned for the session, if one is known
     */
    record ProgrammeAnnounced(
            ProgrammeId programmeId,
            int year,
            BilingualName title,
            BodyId host,
            @Nullable LocalDate plannedFor,
            @Nullable SourceNote source,
            Instant happenedAt)
            implements ProgrammeEvent {}

    /** A person takes part as a delegate. */
    record DelegateRegistered(ProgrammeId programmeId, PersonReference delegate, Instant happenedAt)
            implements ProgrammeEvent {}

    /** Questions may be raised from now on. */
    record ProgrammeOpened(ProgrammeId programmeId, Instant happenedAt) implements ProgrammeEvent {}

    /** Numbers that the programme's questions and answers rest on were put on record. */
    record BackgroundFiguresRecorded(ProgrammeId programmeId, List<Figure> figures, Instant happenedAt)
            implements ProgrammeEvent {

        /** Keeps its own copy of the list. */
        public BackgroundFiguresRecorded {
            figures = Lists.copy(figures);
        }
    }

    /**
     * The session was held.
     *
     * @param heldOn the day, on the host's calendar; absent where the source gives none
     */
    record SessionHeld(
            ProgrammeId programmeId,
            @Nullable LocalDate heldOn,
            @Nullable String place,
            Instant happenedAt) implements ProgrammeEvent {}

    /** The chair closed the programme; its commitments go on. */
    record ProgrammeConcluded(ProgrammeId programmeId, String summary, Instant happenedAt) implements ProgrammeEvent {}

    /** The programme is kept for reading only. */
    record ProgrammeArchived(ProgrammeId programmeId, Instant happenedAt) implements ProgrammeEvent {}
}
