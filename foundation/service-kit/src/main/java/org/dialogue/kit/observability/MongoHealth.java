package org.dialogue.kit.observability;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether MongoDB answers, within two seconds. Without it no command can be accepted. */
final class MongoHealth implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(MongoHealth.class);
    private static final Document PING = new Document("ping", 1);

    private final MongoDatabase database;

    MongoHealth(MongoDatabase database) {
        this.database = database.withTimeout(2, TimeUnit.SECONDS);
    }

    @Override
    public Health health() {
        try {
            database.runCommand(PING);
            return Health.up().build();
        } catch (MongoException unavailable) {
            // Open to all, so it says no more than it must; the log says why.
            LOG.warn("MongoDB does not answer: {}", unavailable.getMessage());
            return Health.down().withDetail("reason", "MongoDB does not answer").build();
        }
    }
}
