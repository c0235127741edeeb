package org.dialogue.answers.reference;

import org.dialogue.events.programme.ProgrammeEvent;
import org.dialogue.events.programme.ProgrammeEvent.ProgrammeAnnounced;
import org.dialogue.events.programme.ProgrammeEvent.ProgrammeArchived;
import org.dialogue.events.programme.ProgrammeEvent.ProgrammeConcluded;
import org.dialogue.events.programme.ProgrammeEvent.ProgrammeOpened;
import org.dialogue.events.programme.ProgrammeEvent.SessionHeld;
import org.dialogue.events.vocabulary.BilingualName;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.jspecify.annotations.Nullable;

/**
 * A programme, as far as this service has heard.
 *
 * @param title its title; absent only if its announcement was never heard of
 */
public record ProgrammeReference(
        ProgrammeId programmeId, @Nullable BilingualName title, Stage stage) {

    /** How far a programme has got. */
    public enum Stage {
        /** Not open for questions yet. */
        ANNOUNCED,
        /** Questions can be raised. */
        OPEN,
        /** The session was held. */
        HELD,
        /** The chair closed it; what was promised goes on. */
        CONCLUDED,
        /** Kept for reading; nothing new begins in it. */
        ARCHIVED
    }

    static ProgrammeReference after(@Nullable ProgrammeReference before, ProgrammeEvent event) {
        ProgrammeReference known =
                before == null ? new ProgrammeReference(event.programmeId(), null, Stage.ANNOUNCED) : before;
        if (event instanceof ProgrammeAnnounced announced) {
            return new ProgrammeReference(known.programmeId(), announced.title(), known.stage());
        } else if (event instanceof ProgrammeOpened) {
            return known.at(Stage.OPEN);
        } else if (event instanceof SessionHeld) {
            return known.at(Stage.HELD);
        } else if (event instanceof ProgrammeConcluded) {
            return known.at(Stage.CONCLUDED);
        }
        return event instanceof ProgrammeArchived ? known.at(Stage.ARCHIVED) : known;
    }

    private ProgrammeReference at(Stage next) {
        return new ProgrammeReference(programmeId, title, next);
    }
}
