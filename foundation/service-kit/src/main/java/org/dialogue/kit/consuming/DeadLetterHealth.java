package org.dialogue.kit.consuming;

import com.mongodb.MongoException;
import java.util.Map;
import org.dialogue.kit.observability.DegradedStatus;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether letters are parked, and how many for which group. */
final class DeadLetterHealth implements HealthIndicator {

    private final DeadLetters letters;

    DeadLetterHealth(DeadLetters letters) {
        this.letters = letters;
    }

    @Override
    public Health health() {
        try {
            Map<String, Long> parked = letters.counts();
            Health.Builder health = parked.isEmpty() ? Health.up() : Health.status(DegradedStatus.DEGRADED);
            return health.withDetail("parked", parked).build();
        } catch (MongoException unavailable) {
            return Health.unknown().build();
        }
    }
}
