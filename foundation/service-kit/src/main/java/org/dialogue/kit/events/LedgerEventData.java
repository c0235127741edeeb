package org.dialogue.kit.events;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.dialogue.ledger.LedgerEvent;

/**
 * An event of a ledger in the form in which Axon upcasts and reads stored events. Axon's own form for it would cut the
 * timestamp to milliseconds.
 */
record LedgerEventData(LedgerEvent event) implements DomainEventData<byte[]> {

    @Override
    public String getEventIdentifier() {
        return event.id();
    }

    @Override
    public Instant getTimestamp() {
        return event.timestamp();
    }

    @Override
    public SerializedObject<byte[]> getMetaData() {
        return new SimpleSerializedObject<>(event.metadata(), byte[].class, MetaData.class.getName(), null);
    }

    @Override
    public SerializedObject<byte[]> getPayload() {
        return new SimpleSerializedObject<>(event.payload(), byte[].class, event.name(), event.revision());
    }

    @Override
    public String getType() {
        return event.aggregateType();
    }

    @Override
    public String getAggregateIdentifier() {
        return event.aggregateId();
    }

    @Override
    public long getSequenceNumber() {
        return event.sequence();
    }
}
