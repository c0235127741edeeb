package org.dialogue.kit.store;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for MongoDB when a service starts together with its servers. */
final class MongoStart {

    private static final Logger LOG = LoggerFactory.getLogger(MongoStart.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private MongoStart() {}

    /** @throws MongoException if there is still no answer after a minute */
    static void await(MongoDatabase database) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                database.runCommand(new Document("ping", 1));
                return;
            } catch (MongoException unavailable) {
                if (Instant.now().isAfter(deadline)) {
                    throw unavailable;
                }
                LOG.info("Waiting for MongoDB: {}", unavailable.getMessage());
            }
        }
    }
}
