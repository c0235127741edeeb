package org.dialogue.dialogues.testing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.dialogue.dialogues.directory.PeopleOnRecord;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.PersonReference;

/** People of choice. */
public final class FakePeople implements PeopleOnRecord {

    private final Map<PersonId, PersonReference> people = new HashMap<>();

    /** Adds people, or puts those who are there into other offices. */
    public FakePeople with(PersonReference... more) {
        for (PersonReference person : more) {
            people.put(person.id(), person);
        }
        return this;
    }

    @Override
    public Optional<PersonReference> reference(PersonId id) {
        return Optional.ofNullable(people.get(id));
    }
}
