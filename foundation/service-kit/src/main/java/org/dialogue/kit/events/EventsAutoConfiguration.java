package org.dialogue.kit.events;

import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Axon's serializers as beans, so that none is made from its defaults, and what reads events by them. */
@AutoConfiguration(before = AxonAutoConfiguration.class)
class EventsAutoConfiguration {

    @Bean
    @Primary
    Serializer serializer() {
        return EventSerializers.forTokens();
    }

    @Bean
    @Qualifier("messageSerializer")
    Serializer messageSerializer() {
        return EventSerializers.forEvents();
    }

    @Bean
    @Qualifier("eventSerializer")
    Serializer eventSerializer() {
        return EventSerializers.forEvents();
    }

    @Bean
    LedgerEventReader ledgerEventReader(
            @Qualifier("eventSerializer") Serializer eventSerializer, EventUpcasterChain upcasters) {
        return new LedgerEventReader(eventSerializer, upcasters);
    }
}
