package org.dialogue.kit.consuming;

import org.axonframework.config.ConfigurerModule;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.dialogue.kit.store.DeadLetterQueues;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Axon's event processors. */
@AutoConfiguration(before = AxonAutoConfiguration.class)
class EventProcessingAutoConfiguration {

    @Bean
    InboundMessages inboundMessages() {
        return new InboundMessages();
    }

    @Bean
    InboundGroups inboundGroups(ListableBeanFactory beans) {
        return InboundGroups.of(beans);
    }

    @Bean
    OriginParameterResolverFactory originParameterResolverFactory() {
        return new OriginParameterResolverFactory();
    }

    @Bean
    ConfigurerModule eventProcessing(InboundGroups groups, InboundMessages inbound, DeadLetterQueues letters) {
        return new EventProcessing(groups, inbound, letters);
    }
}
