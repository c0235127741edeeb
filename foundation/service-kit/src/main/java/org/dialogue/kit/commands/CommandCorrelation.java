package org.dialogue.kit.commands;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.dialogue.events.MetadataKeys;

/** Copies who, for whom and why from a command to every event that follows from it. */
final class CommandCorrelation implements CorrelationDataProvider {

    private static final List<String> COPIED = List.of(
            MetadataKeys.SUBJECT,
            MetadataKeys.PERSON_ID,
            MetadataKeys.OFFICE,
            MetadataKeys.UNIT,
            MetadataKeys.BODY,
            MetadataKeys.ON_BEHALF_OF,
            MetadataKeys.CORRELATION_ID,
            MetadataKeys.TRACEPARENT);

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        if (!(message instanceof CommandMessage<?> command)) {
            return Map.of();
        }
        Map<String, Object> data = new HashMap<>();
        for (String key : COPIED) {
            Object value = command.getMetaData().get(key);
            if (value != null) {
                data.put(key, value);
            }
        }
        data.put(
                MetadataKeys.CAUSATION_ID,
                command.getMetaData().getOrDefault(MetadataKeys.CAUSATION_ID, command.getIdentifier()));
        return data;
    }
}
