package org.dialogue.kit.events;

import org.axonframework.serialization.SerializationException;
import org.dialogue.events.EventType;
import org.jspecify.annotations.Nullable;

/** A known event in a revision that this program does not know and has no upcaster for. */
public final class UnknownRevision extends SerializationException {

    private UnknownRevision(EventType known, @Nullable String revision) {
        super(known.name() + " is known in revision " + known.revision() + ", not in " + revision);
    }

    static void refuseUnlessEqual(EventType known, @Nullable String revision) {
        if (!Integer.toString(known.revision()).equals(revision)) {
            throw new UnknownRevision(known, revision);
        }
    }
}
