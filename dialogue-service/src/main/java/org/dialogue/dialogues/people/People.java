package org.dialogue.dialogues.people;

import java.util.Optional;
import org.dialogue.events.people.PersonEvent;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.kit.history.Histories;
import org.dialogue.kit.history.Recorded;
import org.dialogue.kit.rules.InvalidInput;
import org.springframework.stereotype.Component;

/** Who takes part, as of now, for those who refer to people. */
@Component
public class People {

    private final Histories histories;

    People(Histories histories) {
        this.histories = histories;
    }

    /** {@return the person's entry, if there is one} */
    public Optional<Recorded<PersonEntry>> person(PersonId id) {
        return histories.read(id, PersonEvent.class, PersonEntry::after);
    }

    /**
     * The person that a field of a request refers to, in the present office.
     *
     * @throws InvalidInput {@code unknown-reference} if there is none
     */
    public PersonReference personIn(String field, PersonId id) {
        return person(id)
                .map(found -> found.state().person())
                .orElseThrow(() -> InvalidInput.unknownReference(field, "person", id.value()));
    }
}
