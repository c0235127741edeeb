package org.dialogue.events.vocabulary;

import org.dialogue.events.Identifier;

/** An answering body, by its code: short, lower case, fit for a topic name, such as {@code home-affairs}. */
public record BodyId(String value) implements Identifier {

    /** @throws IllegalArgumentException if the value is not a valid {@link Identifier} */
    public BodyId {
        Identifier.checked("body code", value);
    }

    @Override
    public String toString() {
        return "body:" + value;
    }
}
