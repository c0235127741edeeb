package org.dialogue.events.vocabulary;

import org.dialogue.events.Identifier;

/** An administrative unit: province, district, commune. */
public record UnitId(String value) implements Identifier {

    /** @throws IllegalArgumentException if the value is not a valid {@link Identifier} */
    public UnitId {
        Identifier.checked("unit id", value);
    }

    @Override
    public String toString() {
        return "unit:" + value;
    }
}
