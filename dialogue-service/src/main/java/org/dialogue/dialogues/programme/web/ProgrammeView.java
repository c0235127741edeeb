package org.dialogue.dialogues.programme.web;

import java.time.LocalDate;
import java.util.List;
import org.dialogue.dialogues.programme.ProgrammeState;
import org.dialogue.dialogues.programme.Stage;
import org.dialogue.events.programme.Figure;
import org.dialogue.events.programme.ProgrammeEvent.ProgrammeAnnounced;
import org.dialogue.events.programme.ProgrammeEvent.ProgrammeConcluded;
import org.dialogue.events.programme.ProgrammeEvent.SessionHeld;
import org.dialogue.events.vocabulary.BilingualName;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.SourceNote;
import org.jspecify.annotations.Nullable;

/** A programme as shown. */
record ProgrammeView(
        ProgrammeId programmeId,
        int year,
        BilingualName title,
        BodyId host,
        Stage stage,
        @Nullable LocalDate plannedFor,
        @Nullable LocalDate heldOn,
        @Nullable String place,
        @Nullable String summary,
        List<PersonReference> delegates,
        List<Figure> figures,
        @Nullable SourceNote source) {

    static ProgrammeView of(ProgrammeState programme) {
        ProgrammeAnnounced announced = programme.announced();
        SessionHeld session = programme.session();
        ProgrammeConcluded conclusion = programme.conclusion();
        return new ProgrammeView(
                announced.programmeId(),
                announced.year(),
                announced.title(),
                announced.host(),
                programme.stage(),
                announced.plannedFor(),
                session == null ? null : session.heldOn(),
                session == null ? null : session.place(),
                conclusion == null ? null : conclusion.summary(),
                programme.delegates(),
                programme.figures(),
                announced.source());
    }
}
