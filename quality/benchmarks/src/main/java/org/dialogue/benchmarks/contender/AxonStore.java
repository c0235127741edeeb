package org.dialogue.benchmarks.contender;

import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.dialogue.benchmarks.workload.NewEvent;

/** A store that serves Axon. */
public interface AxonStore extends Store {

    /** The one serializer of all that serve Axon. */
    Serializer SERIALIZER = Jackson3Serializer.builder().build();

    /** Type of all aggregates. */
    String AGGREGATE_TYPE = "Thing";

    /** What a service adds to each event: who acted, and in the course of what. */
    MetaData METADATA = MetaData.with("actor", "4d1c8f0e-7f0a-4a52-9a51-0f3ad8a5f2c1")
            .and("correlationId", "b5a7c7a4-0f39-4a3b-8f2e-7e1f4d0c9b6a");

    /** What Axon's event store talks to. */
    EventStorageEngine engine();

    /** Axon's event store on the engine, a new one for each reader that starts with nothing cached. */
    default EmbeddedEventStore newEventStore() {
        return EmbeddedEventStore.builder().storageEngine(engine()).build();
    }

    /** Goes through the engine, as Axon's event store would. */
    @Override
    default void append(List<NewEvent> commit) {
        List<EventMessage<?>> messages =
                commit.stream().<EventMessage<?>>map(AxonStore::message).toList();
        engine().appendEvents(messages);
    }

    /** An event as an aggregate would have published it. */
    static DomainEventMessage<String> message(NewEvent event) {
        return new GenericDomainEventMessage<>(
                AGGREGATE_TYPE,
                event.aggregateId(),
                event.sequence(),
                event.payload(),
                METADATA,
                event.id(),
                event.timestamp());
    }
}
