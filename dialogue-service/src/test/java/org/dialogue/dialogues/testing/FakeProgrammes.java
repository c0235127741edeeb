package org.dialogue.dialogues.testing;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dialogue.dialogues.programme.ProgrammeState;
import org.dialogue.dialogues.programme.Programmes;
import org.dialogue.dialogues.programme.Stage;
import org.dialogue.events.programme.ProgrammeEvent.ProgrammeAnnounced;
import org.dialogue.events.vocabulary.BilingualName;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.kit.history.Versioned;

/** Programmes in stages of choice. */
public final class FakeProgrammes implements Programmes {

    private final Map<ProgrammeId, ProgrammeState> programmes = new HashMap<>();

    /** Adds a programme. */
    public FakeProgrammes with(ProgrammeId id, Stage stage, PersonReference... delegates) {
        ProgrammeAnnounced announced = new ProgrammeAnnounced(
                id, 2023, new BilingualName("ten", "name"), new BodyId("host"), null, null, Instant.EPOCH);
        programmes.put(id, new ProgrammeState(announced, stage, List.of(delegates), List.of(), null, null));
        return this;
    }

    @Override
    public Optional<Versioned<ProgrammeState>> programme(ProgrammeId id) {
        return Optional.ofNullable(programmes.get(id)).map(state -> new Versioned<>(state, 0));
    }
}
