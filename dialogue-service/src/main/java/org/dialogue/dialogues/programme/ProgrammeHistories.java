package org.dialogue.dialogues.programme;

import java.util.Optional;
import org.dialogue.events.programme.ProgrammeEvent;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.kit.history.AggregateReaders;
import org.dialogue.kit.history.Versioned;
import org.springframework.stereotype.Component;

/** Programmes as their own events tell them. */
@Component
class ProgrammeHistories implements Programmes {

    private final AggregateReaders.Reader<ProgrammeEvent, ProgrammeState> programmes;

    ProgrammeHistories(AggregateReaders aggregates) {
        this.programmes = aggregates.of(ProgrammeEvent.class, ProgrammeState::after);
    }

    @Override
    public Optional<Versioned<ProgrammeState>> programme(ProgrammeId id) {
        return programmes.read(id);
    }
}
