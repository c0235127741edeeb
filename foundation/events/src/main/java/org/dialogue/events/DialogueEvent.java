package org.dialogue.events;

import java.time.Instant;

/**
 * Something that happened, told in the past tense. Its JSON form is stored once, published as stored, and read for ever:
 * components may be added (nullable, or with a default for older history), never renamed, removed or given another
 * meaning. Anything else is a new revision with an upcaster. Each aggregate's events are a sealed family of records on one
 * page; all of them stand in the {@link EventCatalogue}.
 */
public interface DialogueEvent {

    /**
     * When it happened or takes effect, in UTC. It may lie before the moment of recording, which the ledger keeps
     * beside it: minutes are often typed up after a session.
     */
    Instant happenedAt();
}
