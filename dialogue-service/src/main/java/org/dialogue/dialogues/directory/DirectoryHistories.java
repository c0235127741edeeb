package org.dialogue.dialogues.directory;

import java.util.Optional;
import org.dialogue.events.directory.AdministrativeUnitEvent;
import org.dialogue.events.directory.AnsweringBodyEvent;
import org.dialogue.events.directory.HigherAuthorityEvent;
import org.dialogue.events.vocabulary.AuthorityId;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.kit.history.AggregateReaders;
import org.dialogue.kit.history.Versioned;
import org.springframework.stereotype.Component;

/** The directory as its own events tell it. */
@Component
class DirectoryHistories implements Directory {

    private final AggregateReaders.Reader<AdministrativeUnitEvent, UnitEntry> units;
    private final AggregateReaders.Reader<AnsweringBodyEvent, BodyEntry> bodies;
    private final AggregateReaders.Reader<HigherAuthorityEvent, AuthorityEntry> authorities;

    DirectoryHistories(AggregateReaders aggregates) {
        this.units = aggregates.of(AdministrativeUnitEvent.class, UnitEntry::after);
        this.bodies = aggregates.of(AnsweringBodyEvent.class, BodyEntry::after);
        this.authorities = aggregates.of(HigherAuthorityEvent.class, AuthorityEntry::after);
    }

    @Override
    public Optional<Versioned<UnitEntry>> unit(UnitId id) {
        return units.read(id);
    }

    @Override
    public Optional<Versioned<BodyEntry>> body(BodyId id) {
        return bodies.read(id);
    }

    @Override
    public Optional<Versioned<AuthorityEntry>> authority(AuthorityId id) {
        return authorities.read(id);
    }
}
