package org.dialogue.dialogues.directory;

import java.util.Optional;
import org.dialogue.events.directory.AdministrativeUnitEvent;
import org.dialogue.events.directory.AnsweringBodyEvent;
import org.dialogue.events.directory.HigherAuthorityEvent;
import org.dialogue.events.vocabulary.AuthorityId;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.kit.history.Histories;
import org.dialogue.kit.history.Recorded;
import org.springframework.stereotype.Component;

/** The directory as its own events tell it. */
@Component
class DirectoryHistories implements Directory {

    private final Histories histories;

    DirectoryHistories(Histories histories) {
        this.histories = histories;
    }

    @Override
    public Optional<Recorded<UnitEntry>> unit(UnitId id) {
        return histories.read(id, AdministrativeUnitEvent.class, UnitEntry::after);
    }

    @Override
    public Optional<Recorded<BodyEntry>> body(BodyId id) {
        return histories.read(id, AnsweringBodyEvent.class, BodyEntry::after);
    }

    @Override
    public Optional<Recorded<AuthorityEntry>> authority(AuthorityId id) {
        return histories.read(id, HigherAuthorityEvent.class, AuthorityEntry::after);
    }
}
