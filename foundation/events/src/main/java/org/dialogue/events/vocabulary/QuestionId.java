package org.dialogue.events.vocabulary;

import org.dialogue.events.Identifier;

/** A question or proposal. */
public record QuestionId(String value) implements Identifier {

    /** @throws IllegalArgumentException if the value is not a valid {@link Identifier} */
    public QuestionId {
        Identifier.checked("question id", value);
    }

    @Override
    public String toString() {
        return "question:" + value;
    }
}
