package org.dialogue.events.vocabulary;

import org.dialogue.events.Identifier;

/** A higher authority, above the province. */
public record AuthorityId(String value) implements Identifier {

    /** @throws IllegalArgumentException if the value is not a valid {@link Identifier} */
    public AuthorityId {
        Identifier.checked("authority id", value);
    }

    @Override
    public String toString() {
        return "authority:" + value;
    }
}
