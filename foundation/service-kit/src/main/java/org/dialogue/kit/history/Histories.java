package org.dialogue.kit.history;

import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.dialogue.events.Identifier;
import org.jspecify.annotations.Nullable;

/** Reads one aggregate from its own events: as fresh as the last command, whatever the projections have seen. */
public final class Histories {

    private final EventStore events;

    Histories(EventStore events) {
        this.events = events;
    }

    /**
     * Adds up an aggregate's events.
     *
     * @param id the aggregate
     * @param family the events of its kind
     * @param fold how they add up
     * @return the result, or empty if there is no such aggregate
     */
    public <E, S> Optional<Recorded<S>> read(Identifier id, Class<E> family, Fold<E, S> fold) {
        // From 0, because a snapshot is not an event.
        DomainEventStream stream = events.readEvents(id.toString(), 0);
        @Nullable S state = null;
        while (stream.hasNext()) {
            state = fold.after(state, family.cast(stream.next().getPayload()));
        }
        Long version = stream.getLastSequenceNumber();
        return state == null || version == null ? Optional.empty() : Optional.of(new Recorded<>(state, version));
    }
}
