package org.dialogue.events.vocabulary;

import org.dialogue.events.Identifier;

/** One year's programme. */
public record ProgrammeId(String value) implements Identifier {

    /** @throws IllegalArgumentException if the value is not a valid {@link Identifier} */
    public ProgrammeId {
        Identifier.checked("programme id", value);
    }

    @Override
    public String toString() {
        return "programme:" + value;
    }
}
