package org.dialogue.reports.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dialogue.embedded.TestServers;
import org.dialogue.kit.DialogueProperties;
import org.dialogue.kit.testing.Caller;
import org.dialogue.kit.testing.TestActors;
import org.dialogue.kit.testing.TestEnvironment;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.LedgerEvent;
import org.dialogue.ledger.RecordedEvent;
import org.dialogue.ledger.checkpoint.SigningKey;
import org.dialogue.reports.ReportingServiceApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** A forged record got into the copy: the way back to a true one, from the alarm to the report that is right again. */
class RenewingTheCopyIT {

    private static final String LEDGER = "dialogue-service";

    private final String realm = TestEnvironment.freshRealm();
    private final String key = SigningKey.generate("any/name").toPem();
    private final MongoClient ledgers = MongoClients.create(TestServers.mongoUri());

    @TempDir
    Path files;

    private HttpServer http;
    private FakePublisher publisher;
    private String former;
    private String alarm;

    @BeforeEach
    void aForgedRecordGetsIntoTheCopy() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.start();
        try (ConfigurableApplicationContext service = start()) {
            former = service.getBean(MongoDatabase.class).getName();
            publisher = new FakePublisher(
                    LEDGER, service.getBean(DialogueProperties.class), ledgers.getDatabase("fake_" + realm), http);
            publisher.publish(2);
            publisher.sign();
            await().until(() -> standing(service).at("/agreed/size").asLong() == 2);
            List<RecordedEvent> more = publisher.record(3);
            RecordedEvent third = more.get(0);
            publisher.deliver(new RecordedEvent(third.position(), third.recordedAt(), forged(third.event())));
            more.forEach(publisher::deliver);
            publisher.sign();
            await().until(() -> alarms(service).size() == 1);
            assertThat(alarms(service).get(0).path("firstDifference").asLong()).isEqualTo(3);
            alarm = alarms(service).get(0).path("id").asString();
        }
    }

    @AfterEach
    void close() {
        publisher.close();
        http.stop(0);
        ledgers.close();
    }

    @Test
    void theNewCopyIsTrueAndTheFormerOneAndTheAlarmStayOnRecord() throws IOException {
        publisher.export(files.resolve("export.zip"));

        RenewCopy.Renewed renewed = renew(alarm, "export.zip");

        assertThat(renewed.database()).isEqualTo(former + "_2");
        assertThat(renewed.origin()).isEqualTo(realm + "/reporting-service/2");
        assertThatThrownBy(this::start)
                .rootCause()
                .hasMessageContaining("was replaced")
                .hasMessageContaining(renewed.database());
        try (ConfigurableApplicationContext service = start(renewed)) {
            await().until(() -> standing(service).at("/agreed/size").asLong() == 5);
            assertThat(standing(service).path("refused").asLong()).isZero();
            assertThat(standing(service).path("alarms").isEmpty()).isTrue();
            JsonNode kept = alarms(service).get(0);
            assertThat(kept.path("id").asString()).isEqualTo(alarm);
            assertThat(kept.at("/acknowledged/reason").asString())
                    .contains("made anew in " + renewed.database())
                    .contains("up to position 5")
                    .endsWith("A forged record had got in.");
            assertThat(texts(service)).hasSize(5).noneMatch(text -> text.contains("forged"));
            publisher.publish(1);
            publisher.sign();
            await().until(() -> standing(service).at("/agreed/size").asLong() == 6);
            assertThat(texts(service)).hasSize(6);
        }
        try (EventLedger evidence = EventLedger.open(ledgers.getDatabase(former), "events")) {
            List<String> names = evidence.readAfter(0, 100).stream()
                    .map(recorded -> recorded.event().name())
                    .toList();
            assertThat(names)
                    .containsExactly(
                            "question-raised",
                            "question-raised",
                            "question-raised",
                            "question-raised",
                            "question-raised",
                            "ledger-alarm-raised",
                            "ledger-alarm-acknowledged");
        }
    }

    @Test
    void nothingIsDoneWhereTheLedgerItselfWasAlteredOrNothingIsProven() throws IOException {
        publisher.export(files.resolve("true.zip"));
        List<LedgerEvent> altered = new ArrayList<>(publisher.events());
        altered.set(0, FakePublisher.altered(altered.get(0)));
        publisher.rewrite(altered);
        publisher.export(files.resolve("altered.zip"));
        publisher.changeKey();
        publisher.rewrite(publisher.events());
        publisher.export(files.resolve("foreign.zip"));

        assertRefused(alarm, "altered.zip", "it, and not the copy, was altered");
        assertRefused(alarm, "foreign.zip", "it, and not the copy, was altered");
        assertRefused(alarm, "no-such.zip", "cannot be read");
        assertThatThrownBy(() -> renew("never-raised", "true.zip")).hasMessageContaining("never-raised");
        assertThat(ledgers.getDatabase(former + "_2").listCollectionNames().into(new ArrayList<>()))
                .isEmpty();
        start().close();
    }

    private void assertRefused(String id, String export, String why) {
        assertThatThrownBy(() -> renew(id, export))
                .isInstanceOf(CopyRenewal.Refused.class)
                .hasMessageContaining(why);
    }

    private static LedgerEvent forged(LedgerEvent event) {
        return LedgerEvent.ofAggregate(
                event.id(),
                event.name(),
                event.revision(),
                event.aggregateType(),
                event.aggregateId(),
                event.sequence(),
                event.timestamp(),
                new String(event.payload(), StandardCharsets.UTF_8)
                        .replaceFirst("\"text\":\"", "\"text\":\"forged ")
                        .getBytes(StandardCharsets.UTF_8),
                event.metadata());
    }

    private RenewCopy.Renewed renew(String id, String export) {
        return RenewCopy.run(
                new String[] {
                    RenewCopy.NAME,
                    "--alarm=" + id,
                    "--export=" + files.resolve(export),
                    "--reason=A forged record had got in.",
                    "--by=the-operator",
                    source()
                },
                new TestEnvironment(realm));
    }

    private ConfigurableApplicationContext start() {
        return start("--dialogue.mongodb.database=");
    }

    private ConfigurableApplicationContext start(RenewCopy.Renewed renewed) {
        return start("--dialogue.mongodb.database=" + renewed.database(), "--ledger.origin=" + renewed.origin());
    }

    private ConfigurableApplicationContext start(String... more) {
        List<String> arguments = new ArrayList<>(List.of(more));
        arguments.add("--server.port=0");
        arguments.add("--dialogue.witness.signing-key=" + key);
        arguments.add(source());
        return new SpringApplicationBuilder(ReportingServiceApplication.class)
                .initializers(new TestEnvironment(realm))
                .run(arguments.toArray(String[]::new));
    }

    private String source() {
        return "--dialogue.witness.sources.dialogue-service.url=http://127.0.0.1:"
                + http.getAddress().getPort() + "/" + LEDGER;
    }

    private static List<String> texts(ConfigurableApplicationContext service) {
        List<String> texts = new ArrayList<>();
        await().until(() -> caller(service).get("/api/reports/coverage").status() == 200);
        caller(service)
                .get("/api/reports/coverage?limit=200")
                .json()
                .path("items")
                .forEach(item -> texts.add(item.toString()));
        return texts;
    }

    private static JsonNode alarms(ConfigurableApplicationContext service) {
        return caller(service).get("/api/witness/alarms").json();
    }

    private static JsonNode standing(ConfigurableApplicationContext service) {
        return caller(service).get("/api/witness/" + LEDGER).json();
    }

    private static Caller caller(ConfigurableApplicationContext service) {
        return Caller.as(
                service.getEnvironment().getRequiredProperty("local.server.port", Integer.class), TestActors.auditor());
    }
}
