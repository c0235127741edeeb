package org.dialogue.kit.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.CommonClientConfigs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** What is said of servers that do not answer: soon, even where the clients themselves would wait for a day. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ServerHealthTest {

    private static final int A_DAY = Math.toIntExact(Duration.ofDays(1).toMillis());

    private ServerSocket silent;

    /** The system takes connections to it; nobody reads what comes. */
    @BeforeEach
    void listen() throws IOException {
        silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        silent.close();
    }

    @Test
    void withoutMongoTheServiceIsDown() {
        MongoClientSettings patient = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString("mongodb://" + address()))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(A_DAY, TimeUnit.MILLISECONDS))
                .build();
        try (MongoClient client = MongoClients.create(patient)) {
            Health health = new MongoHealth(client.getDatabase("any")).health();

            assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        }
    }

    @Test
    void withoutKafkaTheServiceIsDegraded() {
        KafkaHealth kafka = new KafkaHealth(Map.of(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, address(),
                CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, A_DAY,
                CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, A_DAY));
        try {
            Health health = kafka.health();

            assertThat(health.getStatus()).isEqualTo(DegradedStatus.DEGRADED);
            assertThat(health.getDetails()).containsKey("reason");
        } finally {
            kafka.destroy();
        }
    }

    private String address() {
        return "127.0.0.1:" + silent.getLocalPort();
    }
}
