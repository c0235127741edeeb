package org.dialogue.kit.commands;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** Collects the versions that a command's events bring, while its unit of work commits. */
final class AppendedVersions {

    static final String KEY = "appendedVersions";

    private final Map<String, Long> versions = new ConcurrentHashMap<>();

    OptionalLong of(String aggregateId) {
        Long version = versions.get(aggregateId);
        return version == null ? OptionalLong.empty() : OptionalLong.of(version);
    }

    private void note(DomainEventMessage<?> event) {
        versions.merge(event.getAggregateIdentifier(), event.getSequenceNumber(), Math::max);
    }

    /** Sees every event on its way into the store, and tells the command it follows from. */
    static final class Recorder implements MessageDispatchInterceptor<EventMessage<?>> {

        @Override
        public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> messages) {
            return (index, event) -> {
                if (event instanceof DomainEventMessage<?> domainEvent
                        && CurrentUnitOfWork.isStarted()
                        && CurrentUnitOfWork.get()
                                        .root()
                                        .getMessage()
                                        .getMetaData()
                                        .get(KEY)
                                instanceof AppendedVersions versions) {
                    versions.note(domainEvent);
                }
                return event;
            };
        }
    }
}
