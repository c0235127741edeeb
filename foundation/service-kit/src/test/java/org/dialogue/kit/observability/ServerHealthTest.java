package org.dialogue.kit.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** What is said of servers that do not answer, and how soon. */
class ServerHealthTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @Test
    void withoutMongoTheServiceIsDown() throws IOException {
        try (MongoClient client = MongoClients.create("mongodb://localhost:" + freePort())) {
            Instant asked = Instant.now();
            Health health = new MongoHealth(client.getDatabase("any")).health();

            assertThat(health.getStatus()).isEqualTo(Status.DOWN);
            assertThat(Duration.between(asked, Instant.now())).isLessThan(SOON);
        }
    }

    @Test
    void withoutKafkaTheServiceIsDegraded() throws IOException {
        KafkaHealth kafka = new KafkaHealth(Map.of("bootstrap.servers", "localhost:" + freePort()));
        try {
            Instant asked = Instant.now();
            Health health = kafka.health();

            assertThat(health.getStatus()).isEqualTo(DegradedStatus.DEGRADED);
            assertThat(health.getDetails()).containsKey("reason");
            assertThat(Duration.between(asked, Instant.now())).isLessThan(SOON);
        } finally {
            kafka.destroy();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
