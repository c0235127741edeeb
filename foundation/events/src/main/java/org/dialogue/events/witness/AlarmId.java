package org.dialogue.events.witness;

import org.dialogue.events.Identifier;

/** One alarm of the witness. */
public record AlarmId(String value) implements Identifier {

    /** @throws IllegalArgumentException if the value is not a valid {@link Identifier} */
    public AlarmId {
        Identifier.checked("alarm id", value);
    }

    @Override
    public String toString() {
        return "alarm:" + value;
    }
}
