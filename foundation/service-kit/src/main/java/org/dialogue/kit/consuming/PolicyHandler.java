package org.dialogue.kit.consuming;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.dialogue.kit.events.LedgerEventReader;

/**
 * Hands received events to Axon's event processors, as messages that tell where they come from. An event of an unknown
 * name is nobody's business; one that cannot be read although its name is known is a failure.
 */
final class PolicyHandler implements InboundHandler {

    private final InboundMessages messages;
    private final LedgerEventReader reader;

    PolicyHandler(InboundMessages messages, LedgerEventReader reader) {
        this.messages = messages;
        this.reader = reader;
    }

    @Override
    public String name() {
        return "policies";
    }

    @Override
    public void handle(ReceivedEvent event) {
        List<EventMessage<?>> batch = reader.read(event.event()).stream()
                .<EventMessage<?>>map(message -> located(message, event))
                .toList();
        batch.forEach(EventMessage::getPayload);
        messages.publish(batch);
    }

    /** Tracked, so that a parked message keeps its bytes instead of being read when letters are listed. */
    private static EventMessage<?> located(DomainEventMessage<?> message, ReceivedEvent event) {
        Map<String, Object> origin = Map.of(
                InboundMetadata.SOURCE, event.source(),
                InboundMetadata.POSITION, Long.toString(event.position()),
                InboundMetadata.RECORDED_AT, event.recordedAt().toString());
        Instant timestamp = message.getTimestamp();
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(event.position()),
                message.getType(),
                message.getAggregateIdentifier(),
                message.getSequenceNumber(),
                message.andMetaData(origin),
                () -> timestamp);
    }
}
