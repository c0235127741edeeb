package org.dialogue.dialogues.people;

import java.util.Optional;
import org.dialogue.dialogues.directory.PeopleOnRecord;
import org.dialogue.events.people.PersonEvent;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.kit.history.AggregateReaders;
import org.dialogue.kit.history.Versioned;
import org.springframework.stereotype.Component;

/** Who takes part, as of now, for those who refer to people. */
@Component
public class People implements PeopleOnRecord {

    private final AggregateReaders.Reader<PersonEvent, PersonEntry> people;

    People(AggregateReaders aggregates) {
        this.people = aggregates.of(PersonEvent.class, PersonEntry::after);
    }

    /** {@return the person's entry, if there is one} */
    public Optional<Versioned<PersonEntry>> person(PersonId id) {
        return people.read(id);
    }

    @Override
    public Optional<PersonReference> reference(PersonId id) {
        return person(id).map(found -> found.state().person());
    }
}
