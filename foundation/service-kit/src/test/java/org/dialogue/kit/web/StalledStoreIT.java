package org.dialogue.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.dialogue.embedded.EmbeddedMongo;
import org.dialogue.embedded.FreezablePort;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.sample.SampleService;
import org.dialogue.kit.testing.Caller;
import org.dialogue.kit.testing.Patience;
import org.dialogue.kit.testing.Reply;
import org.dialogue.kit.testing.TestActors;
import org.dialogue.kit.testing.TestEnvironment;
import org.dialogue.ledger.EventLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** On a MongoDB of its own, which can be stopped in the middle of everything, as by SIGSTOP. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, classes = SampleService.class)
@ContextConfiguration(initializers = {TestEnvironment.class, StalledStoreIT.OwnStore.class})
@DirtiesContext
class StalledStoreIT {

    private static final EmbeddedMongo MONGO = EmbeddedMongo.inMemory();
    private static final FreezablePort STORE = FreezablePort.before(portOf(MONGO.connectionString()));
    private static final String REASON = "{\"reason\":\"of age\"}";

    @LocalServerPort
    int port;

    @Autowired
    EventLedger ledger;

    @AfterAll
    static void stop() {
        STORE.close();
        MONGO.close();
    }

    @Test
    void answersOnEveryRoadThatItCanBeTriedAgain() {
        String paper = clerk().post("/api/papers", REASON).expect(201).header("Location");
        String key = UUID.randomUUID().toString();
        Map<String, Supplier<Reply>> roads = new LinkedHashMap<>();
        roads.put("read", () -> clerk().get(paper));
        roads.put("create", () -> clerk().post("/api/papers", REASON));
        roads.put("create under a key", () -> clerk().post("/api/papers", REASON, "Idempotency-Key", key));
        roads.put("change", () -> clerk().put(paper, "{\"reason\":\"other\"}"));
        roads.put("change a version", () -> clerk().put(paper, "{\"reason\":\"other\"}", "If-Match", "\"0\""));
        roads.put("note", () -> Caller.anonymous(port).get("/api/ledger/checkpoints/latest"));
        roads.put("notes", () -> Caller.anonymous(port).get("/api/ledger/checkpoints"));
        roads.put("tree", () -> Caller.anonymous(port).get("/api/ledger/tree"));
        roads.put("export", () -> as(TestActors.auditor()).get("/api/ledger/export"));
        roads.put("parked letters", () -> as(TestActors.auditor()).get("/api/dead-letters"));

        ExecutorService callers = Executors.newFixedThreadPool(roads.size());
        STORE.freeze();
        Map<String, CompletableFuture<Reply>> answers = new LinkedHashMap<>();
        roads.forEach((road, request) -> answers.put(road, CompletableFuture.supplyAsync(request, callers)));
        answers.forEach((road, answer) -> {
            Reply reply = answer.join();
            assertThat(reply.status()).as(road + ": " + reply.text()).isEqualTo(503);
            assertThat(reply.header("Content-Type")).as(road).startsWith("application/problem+json");
            assertThat(reply.header("Retry-After")).as(road).isNotEmpty();
        });
        STORE.thaw();
        callers.shutdown();

        await().atMost(Patience.PATIENCE)
                .untilAsserted(() -> clerk().post("/api/papers", REASON, "Idempotency-Key", key)
                        .expect(201));
        long head = ledger.head();
        Reply repeated =
                clerk().post("/api/papers", REASON, "Idempotency-Key", key).expect(201);
        assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(ledger.head()).isEqualTo(head);
    }

    private Caller clerk() {
        return as(TestActors.secretariat());
    }

    private Caller as(Actor actor) {
        return Caller.as(port, actor);
    }

    private static int portOf(String uri) {
        String host = new ConnectionString(uri).getHosts().get(0);
        return Integer.parseInt(host.substring(host.lastIndexOf(':') + 1));
    }

    static final class OwnStore implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "own-store",
                            Map.of(
                                    "spring.mongodb.uri",
                                    "mongodb://127.0.0.1:" + STORE.port(),
                                    "dialogue.web.command-timeout",
                                    "5s")));
        }
    }
}
