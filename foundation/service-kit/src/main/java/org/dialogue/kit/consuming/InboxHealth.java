package org.dialogue.kit.consuming;

import org.dialogue.kit.observability.DegradedStatus;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** How far each source has been consumed, and which position is missing. */
final class InboxHealth implements HealthIndicator {

    private final InboxStatus status;

    InboxHealth(InboxStatus status) {
        this.status = status;
    }

    @Override
    public Health health() {
        Health.Builder health = status.missing().isEmpty() ? Health.up() : Health.status(DegradedStatus.DEGRADED);
        return health.withDetail("handled", status.positions())
                .withDetail("missing", status.missing())
                .build();
    }
}
