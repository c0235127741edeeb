package org.dialogue.events.vocabulary;

import org.dialogue.events.Identifier;

/** One answer given in an assignment. */
public record AnswerId(String value) implements Identifier {

    /** @throws IllegalArgumentException if the value is not a valid {@link Identifier} */
    public AnswerId {
        Identifier.checked("answer id", value);
    }

    @Override
    public String toString() {
        return "answer:" + value;
    }
}
