package org.dialogue.reports.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.kit.testing.Patience.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.dialogue.embedded.TestServers;
import org.dialogue.kit.DialogueProperties;
import org.dialogue.kit.testing.Caller;
import org.dialogue.kit.testing.TestActors;
import org.dialogue.kit.testing.TestEnvironment;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.LedgerEvent;
import org.dialogue.ledger.checkpoint.SignedNote;
import org.dialogue.ledger.checkpoint.VerifierKey;
import org.dialogue.reports.ReportingServiceApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The witness stops, and history is rewritten while it is away. */
class WitnessRestartIT {

    private static final String LEDGER = "dialogue-service";

    private final String realm = TestEnvironment.freshRealm();

    @TempDir
    Path keys;

    private final MongoClient ledgers = MongoClients.create(TestServers.mongoUri());
    private HttpServer http;

    @BeforeEach
    void startHttp() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.start();
    }

    @AfterEach
    void stopHttp() {
        http.stop(0);
        ledgers.close();
    }

    @Test
    void remembersWhatItSignedAndRebuildsWhatItMayLose() {
        FakePublisher publisher;
        String signed;
        String key;
        String database;
        try (ConfigurableApplicationContext first = start()) {
            publisher = new FakePublisher(
                    LEDGER, first.getBean(DialogueProperties.class), ledgers.getDatabase("fake_" + realm), http);
            publisher.publish(30);
            publisher.sign();
            awaitAgreed(first, 30);
            signed = anonymous(first)
                    .get("/api/witness/" + LEDGER + "/checkpoints/latest")
                    .text();
            key = anonymous(first).get("/api/witness/keys").text();
        }

        List<LedgerEvent> history = publisher.events();
        history.set(20, FakePublisher.altered(history.get(20)));

        try (ConfigurableApplicationContext second = start()) {
            assertThat(anonymous(second).get("/api/witness/keys").text())
                    .as("the key made at the first start")
                    .isEqualTo(key);
            awaitAgreed(second, 30);
            assertThat(anonymous(second)
                            .get("/api/witness/" + LEDGER + "/checkpoints/latest")
                            .text())
                    .isEqualTo(signed);
            assertThat(VerifierKey.parse(key.strip()).cosignedAt(SignedNote.parse(signed)))
                    .isPresent();
            assertThat(second.getBean(MongoDatabase.class)
                            .getCollection("witness_trees")
                            .find(new Document("source", LEDGER))
                            .into(new ArrayList<>()))
                    .as("left when it stopped")
                    .isNotEmpty();
            publisher.rewrite(history);
            publisher.sign();
            awaitAlarm(second);
            database = second.getBean(MongoDatabase.class).getName();
        }
        // All but the ledger and the book may be lost.
        ledgers.getDatabase(database).getCollection("witness_trees").drop();

        try (ConfigurableApplicationContext third = start()) {
            JsonNode alarm = awaitAlarm(third);
            assertThat(alarm.path("kind").asString()).isEqualTo("FORKED");
            assertThat(alarm.path("firstDifference").asLong()).isEqualTo(21);
            await().until(() -> standing(third).path("refused").asLong() == 1);
            assertThat(standing(third).path("treeSize").asLong()).isEqualTo(30);
            assertThat(third.getBean(EventLedger.class).head())
                    .as("thirty copies and one alarm")
                    .isEqualTo(31);
        } finally {
            publisher.close();
        }
    }

    private static void awaitAgreed(ConfigurableApplicationContext service, long size) {
        await().until(() -> standing(service).at("/agreed/size").asLong() == size);
    }

    private static JsonNode awaitAlarm(ConfigurableApplicationContext service) {
        await().until(() -> alarms(service).size() == 1);
        return alarms(service).get(0);
    }

    private static JsonNode alarms(ConfigurableApplicationContext service) {
        return Caller.as(port(service), TestActors.auditor())
                .get("/api/witness/alarms")
                .json();
    }

    private static JsonNode standing(ConfigurableApplicationContext service) {
        return anonymous(service).get("/api/witness/" + LEDGER).json();
    }

    private static Caller anonymous(ConfigurableApplicationContext service) {
        return Caller.anonymous(port(service));
    }

    private static int port(ConfigurableApplicationContext service) {
        return service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(ReportingServiceApplication.class)
                .initializers(new TestEnvironment(realm))
                .run(
                        "--server.port=0",
                        "--dialogue.witness.signing-key-file=" + keys.resolve("witness.pem"),
                        "--dialogue.witness.create-key-file=true",
                        "--dialogue.witness.sources.dialogue-service.url=http://127.0.0.1:"
                                + http.getAddress().getPort() + "/" + LEDGER);
    }
}
