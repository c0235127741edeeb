package org.dialogue.dialogues.people;

import java.util.Objects;
import org.dialogue.events.people.PersonEvent;
import org.dialogue.events.people.PersonEvent.PersonNameErased;
import org.dialogue.events.people.PersonEvent.PersonOfficeChanged;
import org.dialogue.events.people.PersonEvent.PersonRegistered;
import org.dialogue.events.vocabulary.PersonReference;
import org.jspecify.annotations.Nullable;

/**
 * A person as history shows one: without the name.
 *
 * @param person in the present office
 * @param nameErased whether the name is gone for good
 */
public record PersonEntry(PersonReference person, boolean nameErased) {

    /** {@return the entry after one more event} */
    public static PersonEntry after(@Nullable PersonEntry before, PersonEvent event) {
        if (event instanceof PersonRegistered registered) {
            return new PersonEntry(registered.person(), false);
        }
        PersonEntry known = Objects.requireNonNull(before, "a person begins by being registered");
        if (event instanceof PersonOfficeChanged changed) {
            return new PersonEntry(changed.person(), known.nameErased);
        }
        if (event instanceof PersonNameErased) {
            return new PersonEntry(known.person, true);
        }
        throw new IllegalArgumentException("a person does not know " + event.getClass());
    }
}
