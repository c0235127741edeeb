package org.dialogue.events.vocabulary;

import org.dialogue.events.Identifier;

/** A person in the people registry. */
public record PersonId(String value) implements Identifier {

    /** @throws IllegalArgumentException if the value is not a valid {@link Identifier} */
    public PersonId {
        Identifier.checked("person id", value);
    }

    @Override
    public String toString() {
        return "person:" + value;
    }
}
