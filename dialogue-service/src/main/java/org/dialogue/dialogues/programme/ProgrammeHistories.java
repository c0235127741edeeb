package org.dialogue.dialogues.programme;

import java.util.Optional;
import org.dialogue.events.programme.ProgrammeEvent;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.kit.history.Histories;
import org.dialogue.kit.history.Recorded;
import org.springframework.stereotype.Component;

/** Programmes as their own events tell them. */
@Component
class ProgrammeHistories implements Programmes {

    private final Histories histories;

    ProgrammeHistories(Histories histories) {
        this.histories = histories;
    }

    @Override
    public Optional<Recorded<ProgrammeState>> programme(ProgrammeId id) {
        return histories.read(id, ProgrammeEvent.class, ProgrammeState::after);
    }
}
