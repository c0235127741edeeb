package org.dialogue.kit.web;

import java.util.UUID;
import org.dialogue.kit.commands.KeyedRequest;

/**
 * Makes ids at the edge for callers that bring none. Under an Idempotency-Key the same request always gets the same ids,
 * so that a repeat finds what the first attempt created.
 */
public final class Ids {

    Ids() {}

    /** {@return a fresh id, valid for every {@link org.dialogue.events.Identifier}} */
    public String next() {
        return KeyedRequest.current()
                .map(KeyedRequest::nextId)
                .orElseGet(() -> UUID.randomUUID().toString());
    }
}
