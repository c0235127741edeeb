package org.dialogue.kit.observability;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.messaging.Message;
import org.axonframework.micrometer.EventProcessorLatencyMonitor;
import org.axonframework.micrometer.MessageCountingMonitor;
import org.axonframework.micrometer.MessageTimerMonitor;
import org.axonframework.monitoring.MessageMonitor;
import org.axonframework.monitoring.MultiMessageMonitor;
import org.axonframework.monitoring.NoOpMessageMonitor;

/**
 * Times and counts commands by type, and event handling by processor. Axon's own registration also adds capacity gauges,
 * one of them twice; nobody needs them.
 */
final class AxonMeters implements ConfigurerModule {

    private final MeterRegistry meters;

    AxonMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void configureModule(Configurer configurer) {
        configurer.configureMessageMonitor(configuration -> this::monitor);
    }

    private MessageMonitor<Message<?>> monitor(Class<?> component, String name) {
        if (CommandBus.class.isAssignableFrom(component)) {
            Function<Message<?>, Iterable<Tag>> tags =
                    message -> Tags.of("payloadType", message.getPayloadType().getSimpleName());
            return new MultiMessageMonitor<>(List.of(
                    timer("commandBus", tags), MessageCountingMonitor.buildMonitor("commandBus", meters, tags)));
        }
        if (EventProcessor.class.isAssignableFrom(component)) {
            Function<Message<?>, Iterable<Tag>> tags = message -> Tags.of("processorName", name);
            return forEvents(tags);
        }
        return NoOpMessageMonitor.instance();
    }

    @SuppressWarnings("unchecked") // the latency monitor is asked for event messages only
    private MessageMonitor<Message<?>> forEvents(Function<Message<?>, Iterable<Tag>> tags) {
        MessageMonitor<?> latency = EventProcessorLatencyMonitor.builder()
                .meterNamePrefix("eventProcessor")
                .meterRegistry(meters)
                .tagsBuilder(tags)
                .build();
        return new MultiMessageMonitor<>(List.of(
                timer("eventProcessor", tags),
                MessageCountingMonitor.buildMonitor("eventProcessor", meters, tags),
                (MessageMonitor<Message<?>>) latency));
    }

    private MessageTimerMonitor timer(String name, Function<Message<?>, Iterable<Tag>> tags) {
        return MessageTimerMonitor.builder()
                .meterNamePrefix(name)
                .meterRegistry(meters)
                .tagsBuilder(tags)
                .build();
    }
}
