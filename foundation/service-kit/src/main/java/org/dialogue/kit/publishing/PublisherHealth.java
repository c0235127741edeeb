package org.dialogue.kit.publishing;

import org.dialogue.kit.observability.DegradedStatus;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** How far the ledger has been published, and what holds it up. */
final class PublisherHealth implements HealthIndicator {

    private final PublisherStatus status;

    PublisherHealth(PublisherStatus status) {
        this.status = status;
    }

    @Override
    public Health health() {
        Health.Builder health = status.failure()
                // Open to all, and a client's complaint names its settings: the log says why.
                .map(reason -> Health.status(DegradedStatus.DEGRADED).withDetail("failure", "events cannot be sent"))
                .orElseGet(Health::up);
        status.position()
                .ifPresentOrElse(
                        position -> health.withDetail("published", position),
                        () -> health.withDetail("role", "standing by"));
        return health.build();
    }
}
