package org.dialogue.kit.store;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.dialogue.kit.DialogueProperties;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.axon.LedgerEventStorageEngine;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Axon's event store on the ledger. */
@AutoConfiguration(before = AxonAutoConfiguration.class, after = StoreAutoConfiguration.class)
class EventStoreAutoConfiguration {

    /** One insert is one commit, so there is nothing to span a transaction over. */
    @Bean
    TransactionManager axonTransactionManager() {
        return NoTransactionManager.instance();
    }

    @Bean
    EventUpcasterChain upcasterChain(List<EventUpcaster> upcasters) {
        return new EventUpcasterChain(upcasters);
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            EventLedger ledger,
            MongoDatabase serviceDatabase,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            @Qualifier("snapshotSerializer") Serializer snapshotSerializer,
            EventUpcasterChain upcasters) {
        return LedgerEventStorageEngine.builder()
                .ledger(ledger)
                .snapshots(serviceDatabase, "snapshots")
                .eventSerializer(eventSerializer)
                .snapshotSerializer(snapshotSerializer)
                .upcasterChain(upcasters)
                .build();
    }

    /** Local appends wake its readers; the fetch delay is how long an append by another instance may go unseen. */
    @Bean
    EventStore eventStore(EventStorageEngine engine, Configuration configuration, DialogueProperties properties) {
        return EmbeddedEventStore.builder()
                .storageEngine(engine)
                .fetchDelay(properties.mongodb().pollInterval().toMillis())
                .messageMonitor(configuration.messageMonitor(EventStore.class, "eventStore"))
                .build();
    }

    /** For {@code @Aggregate(snapshotTriggerDefinition = "aggregateSnapshots")}. */
    @Bean
    SnapshotTriggerDefinition aggregateSnapshots(Snapshotter snapshotter, DialogueProperties properties) {
        return new EventCountSnapshotTriggerDefinition(
                snapshotter, properties.mongodb().snapshotEvery());
    }

    /** For {@code @Aggregate(cache = "aggregateCache")}. */
    @Bean
    Cache aggregateCache() {
        return new WeakReferenceCache();
    }
}
