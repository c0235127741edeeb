package org.dialogue.kit.checkpoints;

import org.dialogue.kit.observability.DegradedStatus;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** How far checkpoints have been published, and what holds them up. */
final class CheckpointPublisherHealth implements HealthIndicator {

    private final CheckpointPublisher publisher;

    CheckpointPublisherHealth(CheckpointPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public Health health() {
        return publisher
                .failure()
                // Open to all, and a client's complaint names its settings: the log says why.
                .map(reason ->
                        Health.status(DegradedStatus.DEGRADED).withDetail("failure", "checkpoints cannot be sent"))
                .orElseGet(Health::up)
                .withDetail("published", publisher.published())
                .build();
    }
}
