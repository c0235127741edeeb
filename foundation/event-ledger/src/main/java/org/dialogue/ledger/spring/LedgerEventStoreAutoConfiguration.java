package org.dialogue.ledger.spring;

import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.axon.LedgerEventStorageEngine;
import org.dialogue.ledger.axon.LedgerEventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Axon's event store on the ledger, in place of every other that Axon would configure. */
@AutoConfiguration(
        after = LedgerAutoConfiguration.class,
        beforeName = {
            "org.axonframework.springboot.autoconfig.AxonAutoConfiguration",
            "org.axonframework.springboot.autoconfig.AxonServerBusAutoConfiguration",
            "org.axonframework.springboot.autoconfig.JdbcAutoConfiguration",
            "org.axonframework.springboot.autoconfig.JpaEventStoreAutoConfiguration"
        })
@ConditionalOnClass({Configuration.class, EmbeddedEventStore.class})
@ConditionalOnBean(EventLedger.class)
public class LedgerEventStoreAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean({EventStorageEngine.class, EventBus.class})
    EventStorageEngine eventStorageEngine(
            EventLedger ledger,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            ObjectProvider<EventUpcasterChain> upcasters,
            Configuration configuration) {
        return LedgerEventStorageEngine.builder()
                .ledger(ledger)
                .eventSerializer(eventSerializer)
                .upcasterChain(upcasters.getIfUnique(configuration::upcasterChain))
                .build();
    }

    @Bean
    @ConditionalOnMissingBean(EventBus.class)
    EventStore eventStore(EventStorageEngine engine, EventLedger ledger, Configuration configuration) {
        EmbeddedEventStore.Builder settings = EmbeddedEventStore.builder()
                .storageEngine(engine)
                .messageMonitor(configuration.messageMonitor(EventStore.class, "eventStore"));
        return new LedgerEventStore(settings, ledger);
    }
}
