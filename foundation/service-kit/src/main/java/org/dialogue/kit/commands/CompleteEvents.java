package org.dialogue.kit.commands;

import java.util.List;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.dialogue.events.DialogueEvent;
import org.dialogue.kit.events.EventValues;

/**
 * Lets no event into history that lacks what every event of its kind has: no view could read it, and history cannot be
 * altered. Whatever let it come so far is a fault of ours.
 */
final class CompleteEvents implements MessageDispatchInterceptor<EventMessage<?>> {

    @Override
    public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> messages) {
        return (index, event) -> {
            if (event.getPayload() instanceof DialogueEvent recorded) {
                EventValues.missing(recorded).ifPresent(missing -> {
                    throw new IllegalStateException(
                            "a " + recorded.getClass().getSimpleName() + " without its " + missing);
                });
            }
            return event;
        };
    }
}
