package org.dialogue.kit.commands;

import java.util.OptionalLong;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** How far the history of each aggregate goes, for the entity tags of what is read. */
public final class AggregateVersions {

    private final EventStore events;

    AggregateVersions(EventStore events) {
        this.events = events;
    }

    /**
     * The version of an aggregate.
     *
     * @param aggregateId its id
     * @return the sequence number of its last event, or empty if there is no such aggregate
     */
    public OptionalLong of(Object aggregateId) {
        return events.lastSequenceNumberFor(aggregateId.toString())
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }
}
