package org.dialogue.kit.events;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.dialogue.ledger.LedgerEvent;
import org.dialogue.ledger.axon.LedgerEventData;

/**
 * Reads events of a ledger that do not come through Axon's streams, by the same upcasters and serializer: so they mean the
 * same on every road.
 */
public final class LedgerEventReader {

    private final Serializer serializer;
    private final EventUpcaster upcasters;

    LedgerEventReader(Serializer serializer, EventUpcaster upcasters) {
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    /**
     * Reads an event.
     *
     * @param event as it was stored
     * @return what the upcasters make of it, mostly one message; the payload of an unknown name is an
     *     {@link UnknownSerializedType}. Payloads are deserialised when they are asked for, and may throw then
     */
    public List<DomainEventMessage<?>> read(LedgerEvent event) {
        return EventStreamUtils.upcastAndDeserializeDomainEvents(
                        Stream.of(LedgerEventData.of(event)), serializer, upcasters)
                .asStream()
                .<DomainEventMessage<?>>map(message -> message)
                .toList();
    }
}
