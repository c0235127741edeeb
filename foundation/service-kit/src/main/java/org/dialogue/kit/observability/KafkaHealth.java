package org.dialogue.kit.observability;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether Kafka answers, within two seconds. Without it the service is {@code DEGRADED}, not down: commands are accepted,
 * and their events wait in the ledger.
 */
final class KafkaHealth implements HealthIndicator, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaHealth.class);
    private static final long SECONDS = 2;

    private final Admin admin;

    KafkaHealth(Map<String, Object> settings) {
        this.admin = Admin.create(settings);
    }

    @Override
    public Health health() {
        try {
            admin.describeCluster().nodes().get(SECONDS, TimeUnit.SECONDS);
            return Health.up().build();
        } catch (ExecutionException | TimeoutException unavailable) {
            LOG.warn("Kafka does not answer: {}", unavailable.toString());
            return Health.status(DegradedStatus.DEGRADED)
                    .withDetail("reason", "Kafka does not answer")
                    .build();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Health.unknown().build();
        }
    }

    @Override
    public void destroy() {
        admin.close(Duration.ofSeconds(1));
    }
}
