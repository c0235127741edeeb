package org.dialogue.kit.store;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.MongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.dialogue.kit.DialogueProperties;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/**
 * The service's database: tokens, parked letters, and the ledger, which configures itself in it. Whatever is acknowledged
 * is held by a majority.
 */
@AutoConfiguration(before = {AxonAutoConfiguration.class, MongoAutoConfiguration.class})
class StoreAutoConfiguration {

    /** A request is told soon that MongoDB is away, instead of waiting for half a minute. */
    @Bean
    MongoClientSettingsBuilderCustomizer promptMongoFailures() {
        return settings -> settings.applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(3, TimeUnit.SECONDS))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(3, TimeUnit.SECONDS).readTimeout(30, TimeUnit.SECONDS))
                .retryWrites(true)
                .retryReads(true);
    }

    @Bean
    MongoDatabase serviceDatabase(MongoClient client, DialogueProperties properties) {
        MongoDatabase database = client.getDatabase(properties.databaseName())
                .withWriteConcern(WriteConcern.MAJORITY)
                .withReadConcern(ReadConcern.MAJORITY);
        MongoStart.await(database);
        return database;
    }

    @Bean
    MongoTemplate axonMongoTemplate(MongoDatabase serviceDatabase) {
        return DefaultMongoTemplate.builder()
                .trackingTokensCollectionName("tokens")
                .deadLetterCollectionName("dead_letters")
                .mongoDatabase(serviceDatabase)
                .build();
    }

    /** Every application context is a node of its own, even where several share a process. */
    @Bean
    TokenStore tokenStore(MongoTemplate axonMongoTemplate, Serializer serializer, DialogueProperties properties) {
        return MongoTokenStore.builder()
                .mongoTemplate(axonMongoTemplate)
                .serializer(serializer)
                .nodeId(properties.service() + "-" + UUID.randomUUID())
                .build();
    }

    @Bean
    DeadLetterQueues deadLetterQueues(
            MongoTemplate axonMongoTemplate, @Qualifier("eventSerializer") Serializer eventSerializer) {
        return new DeadLetterQueues(axonMongoTemplate, eventSerializer);
    }
}
