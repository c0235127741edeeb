package org.dialogue.reports.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
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
import org.springframework.context.ApplicationContextInitializer;
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
        List<LedgerEvent> trueOnes = publisher.events();
        List<LedgerEvent> altered = new ArrayList<>(trueOnes);
        altered.set(0, FakePublisher.altered(altered.get(0)));
        publisher.rewrite(altered);
        publisher.export(files.resolve("altered.zip"));
        altered.set(0, trueOnes.get(0));
        altered.set(3, FakePublisher.altered(altered.get(3)));
        publisher.rewrite(altered);
        publisher.export(files.resolve("altered-since.zip"));
        publisher.rewrite(trueOnes.subList(0, 3));
        publisher.export(files.resolve("too-short.zip"));
        publisher.changeKey();
        altered.set(0, FakePublisher.altered(trueOnes.get(0)));
        publisher.rewrite(altered);
        publisher.export(files.resolve("foreign.zip"));

        assertRefused(alarm, "altered.zip", "it, and not the copy, was altered");
        assertRefused(alarm, "altered-since.zip", "it, and not the copy, was altered");
        assertRefused(alarm, "too-short.zip", "the ledger had signed 5 events, and the export holds 3");
        assertRefused(alarm, "foreign.zip", "it, and not the copy, was altered");
        assertRefused(alarm, "no-such.zip", "cannot be read");
        assertThatThrownBy(() -> renew("never-raised", "true.zip")).hasMessageContaining("never-raised");
        assertThat(ledgers.getDatabase(former + "_2").listCollectionNames().into(new ArrayList<>()))
                .isEmpty();
        start().close();
    }

    /** Killed before any of its writes, one after the other: between batches, between marks, and after the last. */
    @Test
    void aRenewalThatIsCutAtAnyPointIsRunAgainAndUntilThenTheFormerCopyIsUsed() throws IOException {
        publisher.record(450);
        publisher.export(files.resolve("export.zip"));
        String next = former + "_2";
        int cuts = 0;
        int begun = 0;
        while (true) {
            CutStore store = new CutStore(cuts);
            try {
                renew(alarm, "export.zip", store);
                break;
            } catch (RuntimeException cut) {
                assertThat(CutStore.isBehind(cut)).isTrue();
                assertThatCode(() -> requireCurrent(former, realm + "/reporting-service"))
                        .as("the former copy after %d writes", cuts)
                        .doesNotThrowAnyException();
                if (ledgers.getDatabase(next).listCollectionNames().first() != null) {
                    begun++;
                    assertThatThrownBy(() -> requireCurrent(next, realm + "/reporting-service/2"))
                            .as("the new copy after %d writes", cuts)
                            .hasMessageContaining("was not finished");
                }
                cuts++;
            }
        }
        assertThat(begun).as("cuts between batches and marks").isGreaterThan(10);
        assertThatThrownBy(() -> requireCurrent(former, realm + "/reporting-service"))
                .hasMessageContaining("was replaced");

        RenewCopy.Renewed again = renew(alarm, "export.zip");

        assertThat(again.database()).isEqualTo(next);
        try (EventLedger copy = EventLedger.open(ledgers.getDatabase(next), "events")) {
            assertThat(copy.lastOriginPosition(LEDGER)).hasValue(455);
            assertThat(copy.head()).as("all events, the alarm and its answer").isEqualTo(457);
            List<LedgerEvent> copied =
                    copy.readAfter(0, 455).stream().map(RecordedEvent::event).toList();
            assertThat(copied)
                    .extracting(LedgerEvent::id)
                    .containsExactlyElementsOf(
                            publisher.events().stream().map(LedgerEvent::id).toList());
            assertThat(copied)
                    .extracting(event -> new String(event.payload(), StandardCharsets.UTF_8))
                    .noneMatch(payload -> payload.contains("forged"));
        }
        try (ConfigurableApplicationContext service = start(again)) {
            publisher.sign();
            await().until(() -> standing(service).at("/agreed/size").asLong() == 455);
            assertThat(alarms(service)).hasSize(1);
        }
    }

    /** While the new copy is not finished, the service goes on with the former one, and refuses to work on the new one. */
    @Test
    void theServiceStartsOnTheFormerCopyAndNotOnAnUnfinishedOne() throws IOException {
        publisher.export(files.resolve("export.zip"));
        assertThatThrownBy(() -> renew(alarm, "export.zip", new CutStore(8))).matches(CutStore::isBehind);

        assertThatThrownBy(() -> start(new RenewCopy.Renewed(former + "_2", realm + "/reporting-service/2", "")))
                .rootCause()
                .hasMessageContaining("was not finished");
        try (ConfigurableApplicationContext service = start()) {
            assertThat(texts(service)).hasSize(5);
            publisher.publish(1);
            await().until(() -> texts(service).size() == 6);
        }
        publisher.export(files.resolve("later.zip"));
        RenewCopy.Renewed renewed = renew(alarm, "later.zip");
        try (ConfigurableApplicationContext service = start(renewed)) {
            assertThat(texts(service)).hasSize(6).noneMatch(text -> text.contains("forged"));
        }
    }

    private void requireCurrent(String database, String origin) {
        new CopyGeneration(ledgers.getDatabase(database)).requireCurrent(origin, ledgers::getDatabase);
    }

    private void assertRefused(String id, String export, String why) {
        assertThatThrownBy(() -> renew(id, export))
                .isInstanceOf(CopyRenewal.Refused.class)
                .hasMessageContaining(why);
    }

    private static LedgerEvent forged(LedgerEvent event) {
        return FakePublisher.altered(event, "\"text\":\"", "\"text\":\"forged ");
    }

    private RenewCopy.Renewed renew(String id, String export, ApplicationContextInitializer<?>... more) {
        List<ApplicationContextInitializer<?>> initializers = new ArrayList<>(List.of(more));
        initializers.add(new TestEnvironment(realm));
        return RenewCopy.run(
                new String[] {
                    RenewCopy.NAME,
                    "--alarm=" + id,
                    "--export=" + files.resolve(export),
                    "--reason=A forged record had got in.",
                    "--by=the-operator",
                    source()
                },
                initializers.toArray(ApplicationContextInitializer<?>[]::new));
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
