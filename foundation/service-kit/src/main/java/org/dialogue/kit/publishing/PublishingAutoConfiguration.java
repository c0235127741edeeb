package org.dialogue.kit.publishing;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.OptionalLong;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.dialogue.kit.DialogueProperties;
import org.dialogue.kit.cloudevents.CloudEventWriter;
import org.dialogue.kit.kafka.KafkaSettings;
import org.dialogue.kit.kafka.Topics;
import org.dialogue.kit.observability.DegradedStatus;
import org.dialogue.ledger.EventLedger;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** The publisher of a service that names a topic. */
@AutoConfiguration
@ConditionalOnProperty("dialogue.kafka.publish-to")
class PublishingAutoConfiguration {

    private static final Duration RENEWAL = Duration.ofSeconds(2);

    @Bean
    PublisherStatus publisherStatus() {
        return new PublisherStatus();
    }

    @Bean
    LedgerPublisher ledgerPublisher(
            EventLedger ledger,
            TokenStore tokens,
            KafkaSettings kafka,
            Topics topics,
            PublisherStatus status,
            MeterRegistry meters,
            DialogueProperties properties) {
        String topic = properties.topic(properties.kafka().publishTo());
        PublisherPosition position = new PublisherPosition(tokens, RENEWAL);
        PublisherLoop loop = new PublisherLoop(
                ledger,
                position,
                new Publication(new CloudEventWriter(topic, properties.service()), position, RENEWAL),
                new ProducerFactory(kafka.forProducer("publisher"), topics, topic),
                status,
                meters,
                properties.kafka().batchSize());
        Gauge.builder("dialogue.publishing.lag", () -> lag(ledger, status))
                .description("Positions recorded and not yet acknowledged by Kafka; no number while standing by")
                .register(meters);
        return new LedgerPublisher(
                properties.service() + "-publisher",
                ledger,
                loop,
                properties.kafka().retryDelay());
    }

    /** How far the ledger has been published, and what holds it up. */
    @Bean
    HealthIndicator publisherHealthIndicator(PublisherStatus status) {
        return () -> {
            // Open to all, and a client's complaint names its settings: the log says why.
            Health.Builder health = status.failure().isPresent()
                    ? Health.status(DegradedStatus.DEGRADED).withDetail("failure", "events cannot be sent")
                    : Health.up();
            OptionalLong position = status.position();
            return (position.isPresent()
                            ? health.withDetail("published", position.getAsLong())
                            : health.withDetail("role", "standing by"))
                    .build();
        };
    }

    private static double lag(EventLedger ledger, PublisherStatus status) {
        OptionalLong position = status.position();
        try {
            return position.isPresent() ? ledger.head() - position.getAsLong() : Double.NaN;
        } catch (MongoException unavailable) {
            return Double.NaN;
        }
    }
}
