package org.dialogue.kit.consuming;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.SubscribableMessageSource;

/** Where the event processors of {@link Inbound} groups get their events. */
final class InboundMessages implements SubscribableMessageSource<EventMessage<?>> {

    private final List<Consumer<List<? extends EventMessage<?>>>> processors = new CopyOnWriteArrayList<>();

    @Override
    public Registration subscribe(Consumer<List<? extends EventMessage<?>>> processor) {
        processors.add(processor);
        return () -> processors.remove(processor);
    }

    /** Throws what a processor throws: with dead-letter queues that is only a failure to park. */
    void publish(List<? extends EventMessage<?>> messages) {
        processors.forEach(processor -> processor.accept(messages));
    }
}
