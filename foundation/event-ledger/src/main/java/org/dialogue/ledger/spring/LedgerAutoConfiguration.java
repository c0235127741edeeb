package org.dialogue.ledger.spring;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.util.Optional;
import java.util.UUID;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.checkpoint.CheckpointCollection;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** The ledger itself, and where its checkpoints are kept. {@code ledger.enabled=false} leaves all of it out. */
@AutoConfiguration(after = MongoAutoConfiguration.class)
@ConditionalOnClass({MongoClient.class, MongoAutoConfiguration.class})
@ConditionalOnBean(MongoClient.class)
@ConditionalOnProperty(name = "ledger.enabled", matchIfMissing = true)
@EnableConfigurationProperties(LedgerProperties.class)
public class LedgerAutoConfiguration {

    private static final String DATABASE = "ledger";

    @Bean
    @ConditionalOnMissingBean
    LedgerDatabase ledgerDatabase(
            LedgerProperties properties,
            MongoClient client,
            ObjectProvider<MongoDatabase> databases,
            ObjectProvider<MongoConnectionDetails> connection) {
        MongoDatabase only = properties.database() == null ? databases.getIfUnique() : null;
        if (only != null) {
            return new LedgerDatabase(only);
        }
        String name = Optional.ofNullable(properties.database())
                .or(() -> Optional.ofNullable(connection.getIfAvailable())
                        .map(details -> details.getConnectionString().getDatabase()))
                .orElse(DATABASE);
        return new LedgerDatabase(client.getDatabase(name));
    }

    @Bean
    @ConditionalOnMissingBean
    EventLedger eventLedger(LedgerDatabase database, LedgerProperties properties, Environment environment) {
        return EventLedger.in(database.database(), properties.collection())
                .writer(Optional.ofNullable(properties.writer()).orElseGet(() -> randomWriter(environment)))
                .pollInterval(properties.pollInterval())
                .batchSize(properties.batchSize())
                .limits(properties.limits())
                .open();
    }

    @Bean
    @ConditionalOnMissingBean
    CheckpointCollection checkpointCollection(LedgerDatabase database, LedgerProperties properties) {
        return new CheckpointCollection(database.database(), properties.checkpoints());
    }

    private static String randomWriter(Environment environment) {
        return environment.getProperty("spring.application.name", "application") + "-" + UUID.randomUUID();
    }
}
