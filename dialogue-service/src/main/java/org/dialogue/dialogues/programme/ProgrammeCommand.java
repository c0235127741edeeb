package org.dialogue.dialogues.programme;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.dialogue.events.programme.Figure;
import org.dialogue.events.vocabulary.BilingualName;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.SourceNote;
import org.dialogue.kit.access.AllowedTo;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.commands.HappenedAt;
import org.jspecify.annotations.Nullable;

/** What can be asked of a programme. */
public sealed interface ProgrammeCommand {

    /** {@return the programme} */
    ProgrammeId programmeId();

    /** Announces a year's programme. The host has to be in the directory already. */
    @AllowedTo(Role.SECRETARIAT)
    record AnnounceProgramme(
            @TargetAggregateIdentifier ProgrammeId programmeId,
            int year,
            BilingualName title,
            BodyId host,
            @Nullable LocalDate plannedFor,
            @Nullable SourceNote source,
            HappenedAt happenedAt)
            implements ProgrammeCommand {}

    /** Enters a person on record as a delegate in the present office, until the programme is concluded. */
    @AllowedTo(Role.SECRETARIAT)
    record RegisterDelegate(@TargetAggregateIdentifier ProgrammeId programmeId, PersonId person, HappenedAt happenedAt)
            implements ProgrammeCommand {}

    /** Lets questions be raised. */
    @AllowedTo(Role.SECRETARIAT)
    record OpenProgramme(@TargetAggregateIdentifier ProgrammeId programmeId, HappenedAt happenedAt)
            implements ProgrammeCommand {}

    /** Puts background numbers on record, any time before the archive; numbers already on record are not repeated. */
    @AllowedTo(Role.SECRETARIAT)
    record RecordFigures(
            @TargetAggregateIdentifier ProgrammeId programmeId, List<Figure> figures, HappenedAt happenedAt)
            implements ProgrammeCommand {}

    /** Puts on record that the session of an open programme was held. */
    @AllowedTo(Role.SECRETARIAT)
    record HoldSession(
            @TargetAggregateIdentifier ProgrammeId programmeId,
            @Nullable LocalDate heldOn,
            @Nullable String place,
            HappenedAt happenedAt)
            implements ProgrammeCommand {}

    /** Concludes a programme whose session was held; answers and commitments go on. */
    @AllowedTo(Role.CHAIR)
    record ConcludeProgramme(@TargetAggregateIdentifier ProgrammeId programmeId, String summary, HappenedAt happenedAt)
            implements ProgrammeCommand {}

    /** Puts a concluded programme away for reading only. */
    @AllowedTo(Role.SECRETARIAT)
    record ArchiveProgramme(@TargetAggregateIdentifier ProgrammeId programmeId, HappenedAt happenedAt)
            implements ProgrammeCommand {}
}
