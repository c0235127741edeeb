package org.dialogue.events.vocabulary;

import org.dialogue.events.Identifier;

/** A promised follow-up. */
public record CommitmentId(String value) implements Identifier {

    /** @throws IllegalArgumentException if the value is not a valid {@link Identifier} */
    public CommitmentId {
        Identifier.checked("commitment id", value);
    }

    @Override
    public String toString() {
        return "commitment:" + value;
    }
}
