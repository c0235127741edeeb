package org.dialogue.kit.checkpoints;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.dialogue.kit.DialogueProperties;
import org.dialogue.kit.kafka.KafkaSettings;
import org.dialogue.kit.kafka.Topics;
import org.dialogue.kit.observability.DegradedStatus;
import org.dialogue.kit.publishing.ProducerFactory;
import org.dialogue.ledger.checkpoint.CheckpointCollection;
import org.dialogue.ledger.checkpoint.CheckpointIssuer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** The publisher of a service's checkpoints. Until one is issued it does not speak to Kafka. */
@AutoConfiguration
class CheckpointsAutoConfiguration {

    @Bean
    CheckpointPublisher checkpointPublisher(
            CheckpointCollection checkpoints,
            ObjectProvider<CheckpointIssuer> issuer,
            MongoDatabase serviceDatabase,
            KafkaSettings kafka,
            Topics topics,
            MeterRegistry meters,
            DialogueProperties properties) {
        String topic = properties.checkpointTopic();
        CheckpointRelay relay = new CheckpointRelay(
                checkpoints,
                new PublishedSize(serviceDatabase.getCollection("checkpoints_published"), topic),
                new ProducerFactory(kafka.forProducer("checkpoints"), topics, topic),
                topic);
        Counter failures = Counter.builder("dialogue.checkpoints.failures")
                .description("Attempts to publish checkpoints that failed and are repeated")
                .register(meters);
        CheckpointPublisher publisher = new CheckpointPublisher(
                properties.service() + "-checkpoints",
                relay,
                failures,
                properties.kafka().retryDelay());
        Gauge.builder("dialogue.checkpoints.published", publisher, CheckpointPublisher::published)
                .description("Number of events under the last checkpoint on Kafka")
                .register(meters);
        issuer.ifAvailable(issuing -> issuing.onIssued(issued -> publisher.ring()));
        return publisher;
    }

    /** How far checkpoints have been published, and what holds them up. */
    @Bean
    HealthIndicator checkpointPublisherHealthIndicator(CheckpointPublisher publisher) {
        return () -> {
            // Open to all, and a client's complaint names its settings: the log says why.
            Health.Builder health = publisher.failure().isPresent()
                    ? Health.status(DegradedStatus.DEGRADED).withDetail("failure", "checkpoints cannot be sent")
                    : Health.up();
            return health.withDetail("published", publisher.published()).build();
        };
    }
}
