package org.dialogue.dialogues.people;

import java.util.Optional;
import org.dialogue.dialogues.directory.PeopleOnRecord;
import org.dialogue.events.people.PersonEvent;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.kit.history.Histories;
import org.dialogue.kit.history.Recorded;
import org.springframework.stereotype.Component;

/** Who takes part, as of now, for those who refer to people. */
@Component
public class People implements PeopleOnRecord {

    private final Histories histories;

    People(Histories histories) {
        this.histories = histories;
    }

    /** {@return the person's entry, if there is one} */
    public Optional<Recorded<PersonEntry>> person(PersonId id) {
        return histories.read(id, PersonEvent.class, PersonEntry::after);
    }

    @Override
    public Optional<PersonReference> reference(PersonId id) {
        return person(id).map(found -> found.state().person());
    }
}
