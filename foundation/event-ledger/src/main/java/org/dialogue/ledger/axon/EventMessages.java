package org.dialogue.ledger.axon;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.dialogue.ledger.LedgerEvent;
import org.jspecify.annotations.Nullable;

/** Turns Axon's messages into what the ledger stores. */
final class EventMessages {

    private EventMessages() {}

    static LedgerEvent serialized(EventMessage<?> message, Serializer serializer) {
        SerializedObject<byte[]> payload = message.serializePayload(serializer, byte[].class);
        SerializedObject<byte[]> metadata = message.serializeMetaData(serializer, byte[].class);
        String name = payload.getType().getName();
        String revision = orEmpty(payload.getType().getRevision());
        if (message instanceof DomainEventMessage<?> domain) {
            return LedgerEvent.ofAggregate(
                    message.getIdentifier(),
                    name,
                    revision,
                    orEmpty(domain.getType()),
                    domain.getAggregateIdentifier(),
                    domain.getSequenceNumber(),
                    message.getTimestamp(),
                    payload.getData(),
                    metadata.getData());
        }
        return LedgerEvent.withoutAggregate(
                message.getIdentifier(), name, revision, message.getTimestamp(), payload.getData(), metadata.getData());
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
