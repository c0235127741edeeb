package org.dialogue.kit.commands;

import java.util.List;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.dialogue.events.MetadataKeys;

/** Lets no event into the store that does not say who did it: history cannot be mended later. */
final class SubjectRequired implements MessageDispatchInterceptor<EventMessage<?>> {

    @Override
    public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> messages) {
        return (index, event) -> {
            if (!(event.getMetaData().get(MetadataKeys.SUBJECT) instanceof String)) {
                throw new IllegalStateException(
                        event.getPayloadType().getSimpleName() + " was about to be recorded without naming who did it");
            }
            return event;
        };
    }
}
