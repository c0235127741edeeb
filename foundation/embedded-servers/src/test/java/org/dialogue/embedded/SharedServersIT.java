package org.dialogue.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class SharedServersIT {

    @Test
    void answersAndIsShared() throws Exception {
        try (var client = MongoClients.create(TestServers.mongoUri())) {
            assertThat(client.getDatabase("shared_servers_it").runCommand(new Document("ping", 1)))
                    .containsEntry("ok", 1.0);
        }
        try (var admin = Admin.create(Map.of("bootstrap.servers", TestServers.kafkaBootstrapServers()))) {
            assertThat(admin.describeCluster().nodes().get()).isNotEmpty();
        }
        assertThat(TestServers.mongoUri()).isEqualTo(TestServers.mongoUri());
        assertThat(TestServers.kafkaBootstrapServers()).isEqualTo(TestServers.kafkaBootstrapServers());
    }
}
