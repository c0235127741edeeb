package org.dialogue.ledger.axon;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.EventData;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.dialogue.ledger.LedgerEvent;
import org.dialogue.ledger.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event of the ledger as Axon reads it: the stored bytes, not decoded. Axon's own form for it would cut the timestamp to
 * milliseconds.
 */
public class LedgerEventData implements EventData<byte[]> {

    final LedgerEvent event;

    private LedgerEventData(LedgerEvent event) {
        this.event = event;
    }

    /**
     * An event in the form that Axon upcasts and deserializes, for those who read a ledger without Axon's streams. One
     * that belongs to no aggregate stands for itself, under its own id.
     */
    public static DomainEventData<byte[]> of(LedgerEvent event) {
        return new OfAggregate(event);
    }

    static TrackedEventData<byte[]> tracked(RecordedEvent recorded) {
        TrackingToken token = new GlobalSequenceTrackingToken(recorded.position());
        LedgerEvent event = recorded.event();
        return event.belongsToAggregate()
                ? new TrackedDomainEventData<>(token, new OfAggregate(event))
                : new OfNoAggregate(event, token);
    }

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
        return new SerializedMetaData<>(event.metadata(), byte[].class);
    }

    @Override
    public SerializedObject<byte[]> getPayload() {
        String revision = event.revision().isEmpty() ? null : event.revision();
        return new SimpleSerializedObject<>(event.payload(), byte[].class, event.name(), revision);
    }

    static final class OfAggregate extends LedgerEventData implements DomainEventData<byte[]> {

        OfAggregate(LedgerEvent event) {
            super(event);
        }

        @Override
        public @Nullable String getType() {
            return event.aggregateType().isEmpty() ? null : event.aggregateType();
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

    private static final class OfNoAggregate extends LedgerEventData implements TrackedEventData<byte[]> {

        private final TrackingToken token;

        private OfNoAggregate(LedgerEvent event, TrackingToken token) {
            super(event);
            this.token = token;
        }

        @Override
        public TrackingToken trackingToken() {
            return token;
        }
    }
}
