package org.dialogue.benchmarks.section;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.SourceId;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.Repository;
import org.dialogue.benchmarks.contender.AxonStore;

/** Loads aggregates as a command handler has them loaded, from a cache if they are in it. */
final class CachedThings {

    private final Repository<Thing> repository;

    CachedThings(EventStore events) {
        this.repository = EventSourcingRepository.builder(Thing.class)
                .eventStore(events)
                .cache(new WeakReferenceCache())
                .build();
    }

    /** Loads one and changes nothing. */
    void load(String aggregateId) {
        UnitOfWork<?> command = DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage(aggregateId));
        try {
            repository.load(aggregateId).execute(Thing::requireKnown);
            command.commit();
        } finally {
            if (command.isActive()) {
                command.rollback();
            }
        }
    }

    /** An aggregate of any events. */
    @AggregateRoot(type = AxonStore.AGGREGATE_TYPE)
    static final class Thing {

        @AggregateIdentifier
        private String id = "";

        private String latest = "";

        /** For Axon. */
        Thing() {}

        @EventSourcingHandler
        void on(String payload, @SourceId String aggregateId) {
            id = aggregateId;
            latest = payload;
        }

        private void requireKnown() {
            if (latest.isEmpty()) {
                throw new IllegalStateException("Nothing was loaded of " + id);
            }
        }
    }
}
