package org.dialogue.kit.commands;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.dialogue.events.MetadataKeys;

/** The events of one attempt at a command of a {@link KeyedRequest}, which get their ids from it. */
final class KeyedEvents {

    static final String KEY = "keyedEvents";

    private final KeyedRequest.Command command;
    private final AtomicInteger count = new AtomicInteger();

    KeyedEvents(KeyedRequest.Command command) {
        this.command = command;
    }

    /** {@return whether the attempt found nothing to record} */
    boolean areNone() {
        return count.get() == 0;
    }

    private EventMessage<?> identified(EventMessage<?> event) {
        String id = command.eventId(count.getAndIncrement());
        MetaData metadata = event.getMetaData().and(MetadataKeys.REQUEST_DIGEST, command.requestDigest());
        return event instanceof DomainEventMessage<?> domain
                ? new GenericDomainEventMessage<>(
                        domain.getType(),
                        domain.getAggregateIdentifier(),
                        domain.getSequenceNumber(),
                        domain.getPayload(),
                        metadata,
                        id,
                        domain.getTimestamp())
                : new GenericEventMessage<>(id, event.getPayload(), metadata, event.getTimestamp());
    }

    /** Sees every event on its way into the store. */
    static final class Identifier implements MessageDispatchInterceptor<EventMessage<?>> {

        @Override
        public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> messages) {
            return (index, event) -> CurrentUnitOfWork.map(unitOfWork ->
                            unitOfWork.root().getMessage().getMetaData().get(KEY))
                    .filter(KeyedEvents.class::isInstance)
                    .<EventMessage<?>>map(events -> ((KeyedEvents) events).identified(event))
                    .orElse(event);
        }
    }
}
