package org.dialogue.events.vocabulary;

import org.dialogue.events.Identifier;

/** One body's share of a question: its answer slot. */
public record AssignmentId(String value) implements Identifier {

    /** @throws IllegalArgumentException if the value is not a valid {@link Identifier} */
    public AssignmentId {
        Identifier.checked("assignment id", value);
    }

    @Override
    public String toString() {
        return "assignment:" + value;
    }
}
