package org.dialogue.reports.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.kit.testing.Patience.await;

import com.mongodb.client.MongoDatabase;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.dialogue.kit.DialogueProperties;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.testing.Caller;
import org.dialogue.kit.testing.Reply;
import org.dialogue.kit.testing.ServiceTest;
import org.dialogue.kit.testing.TestActors;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.LedgerEvent;
import org.dialogue.ledger.Origin;
import org.dialogue.ledger.RecordedEvent;
import org.dialogue.ledger.checkpoint.SignedNote;
import org.dialogue.ledger.checkpoint.SigningKey;
import org.dialogue.ledger.checkpoint.VerifierKey;
import org.dialogue.reports.ReportingServiceApplication;
import org.dialogue.reports.views.Views;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** One witness of many ledgers: each test cheats in its own way, with a ledger of its own. */
@ServiceTest(classes = ReportingServiceApplication.class)
class WitnessIT {

    private static final List<String> LEDGERS = List.of(
            "honest-service",
            "altered-service",
            "swapped-service",
            "inserted-service",
            "dropped-service",
            "truncated-service",
            "forked-service",
            "silent-service",
            "rotated-service",
            "noisy-service",
            "late-service",
            "gapped-service",
            "overtaken-service",
            "repeated-service",
            "looked-into-service");

    private static final HttpServer HTTP = http();

    @Autowired
    DialogueProperties properties;

    @Autowired
    MongoDatabase database;

    @Autowired
    EventLedger ownLedger;

    @Autowired
    Views views;

    @LocalServerPort
    int port;

    private final List<FakePublisher> publishers = new ArrayList<>();

    private static HttpServer http() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.start();
            return server;
        } catch (IOException failure) {
            throw new ExceptionInInitializerError(failure);
        }
    }

    @DynamicPropertySource
    static void sources(DynamicPropertyRegistry registry) {
        registry.add(
                "dialogue.witness.signing-key",
                () -> SigningKey.generate("any/name").toPem());
        registry.add("dialogue.kafka.sources.[dialogue.events]", () -> "dialogue-service," + String.join(",", LEDGERS));
        LEDGERS.forEach(name -> registry.add(
                "dialogue.witness.sources." + name + ".url",
                () -> "http://127.0.0.1:" + HTTP.getAddress().getPort() + "/" + name + "/"));
    }

    @AfterEach
    void closePublishers() {
        publishers.forEach(FakePublisher::close);
    }

    @AfterAll
    static void stopHttp() {
        HTTP.stop(0);
    }

    @Test
    void signsWhatAgreesAndLetsEverybodyCheckIt() {
        FakePublisher honest = publisher("honest-service");
        honest.publish(7);
        String first = honest.sign(4);
        String second = honest.sign(7);
        awaitAgreed(honest, 7);

        SignedNote note = SignedNote.parse(text("/api/witness/honest-service/checkpoints/latest"));
        VerifierKey witness = VerifierKey.parse(text("/api/witness/keys").strip());
        assertThat(note.body()).isEqualTo(SignedNote.parse(second).body());
        assertThat(witness.name()).isEqualTo(properties.realm() + "/witness");
        assertThat(witness.cosignedAt(note)).isPresent();
        assertThat(honest.key().verifierKey().verifies(note)).isTrue();

        JsonNode standing = standing(honest);
        assertThat(standing.path("origin").asString()).isEqualTo(honest.origin());
        assertThat(standing.path("treeSize").asLong()).isEqualTo(7);
        assertThat(standing.path("refused").asLong()).isZero();
        assertThat(standing.path("alarms").isEmpty()).isTrue();
        assertThat(standing.path("keys").get(0).asString())
                .isEqualTo(honest.key().verifierKey().text());
        assertThat(first).isNotEqualTo(second);
        assertThat(health("honest-service").path("agreedSize").asLong()).isEqualTo(7);
        await().untilAsserted(() -> assertThat(text("/actuator/prometheus"))
                .containsPattern("dialogue_witness_tree_size\\{.*source=\"honest-service\".*} 7\\.0")
                .containsPattern("dialogue_witness_agreed_size\\{.*source=\"honest-service\".*} 7\\.0")
                .containsPattern("dialogue_witness_agreed_age\\{.*source=\"honest-service\"")
                .containsPattern(
                        "dialogue_witness_alarms_total\\{.*kind=\"FORKED\".*source=\"honest-service\".*} 0\\.0"));
    }

    @Test
    void exposesAnAlteredEventThatWasSignedBefore() {
        FakePublisher altered = agreedOn("altered-service", 10);
        altered.publish(5);
        cheat(altered, history -> {
            history.set(3, FakePublisher.altered(history.get(3)));
            return history;
        });
        altered.sign();

        JsonNode alarm = awaitAlarm(altered, "MISMATCHED");
        assertThat(alarm.path("firstDifference").asLong()).isEqualTo(4);
        assertThat(alarm.path("agreedSize").asLong()).isEqualTo(3);
        assertThat(alarm.path("size").asLong()).isEqualTo(15);
        assertThat(alarm.path("witnessedRoot").asString())
                .isNotEqualTo(alarm.path("root").asString());
        assertThat(alarm.path("explanation").asString())
                .contains("position 4", "put its name to when it signed size 10");
        assertThat(alarm.has("earlierNote")).isTrue();
        assertThat(health("altered-service").at("/alarms/0/firstDifference").asLong())
                .isEqualTo(4);
        await().until(() -> anonymous().get("/actuator/health").status() == 200);
        await().untilAsserted(() -> assertThat(text("/actuator/prometheus"))
                .containsPattern(
                        "dialogue_witness_alarms_total\\{.*kind=\"MISMATCHED\".*source=\"altered-service\".*} 1\\.0")
                .containsPattern("dialogue_witness_alarms_open\\{.*source=\"altered-service\".*} 1\\.0"));
        assertThat(standing(altered).at("/agreed/size").asLong()).isEqualTo(10);

        // The same finding again, at every further checkpoint, is one alarm.
        altered.publish(1);
        altered.sign();
        await().until(() -> standing(altered).path("refused").asLong() == 2);
        assertThat(alarms(altered)).hasSize(1);
    }

    @Test
    void exposesSwappedEvents() {
        FakePublisher swapped = agreedOn("swapped-service", 4);
        swapped.publish(6);
        cheat(swapped, history -> {
            Collections.swap(history, 6, 8);
            return history;
        });
        swapped.sign();

        assertThat(awaitAlarm(swapped, "MISMATCHED").path("firstDifference").asLong())
                .isEqualTo(7);
    }

    @Test
    void exposesAnInsertedEvent() {
        FakePublisher inserted = agreedOn("inserted-service", 4);
        inserted.publish(6);
        cheat(inserted, history -> {
            history.add(8, inserted.newEvent());
            return history;
        });
        inserted.sign(10);

        assertThat(awaitAlarm(inserted, "MISMATCHED").path("firstDifference").asLong())
                .isEqualTo(9);
    }

    @Test
    void exposesADroppedEventAlsoWhenTheLedgerHasGrownSince() {
        FakePublisher dropped = agreedOn("dropped-service", 4);
        dropped.publish(6);
        cheat(dropped, history -> {
            history.remove(4);
            return history;
        });
        dropped.record(3);
        dropped.sign(10);

        assertThat(awaitAlarm(dropped, "MISMATCHED").path("firstDifference").asLong())
                .isEqualTo(5);
    }

    @Test
    void exposesARestoreFromAnOlderBackup() {
        FakePublisher truncated = agreedOn("truncated-service", 10);
        cheat(truncated, history -> history.subList(0, 6));
        truncated.sign();

        JsonNode shrunk = awaitAlarm(truncated, "SHRUNK");
        assertThat(shrunk.path("firstDifference").asLong()).isEqualTo(7);
        assertThat(shrunk.path("size").asLong()).isEqualTo(6);
        assertThat(shrunk.path("explanation").asString()).contains("had 10 events", "lost is at position 7");

        // Life goes on where the backup ended, and grows beyond what was lost.
        truncated.record(6);
        truncated.sign(10);
        assertThat(awaitAlarm(truncated, "FORKED").path("firstDifference").asLong())
                .isEqualTo(7);
    }

    @Test
    void exposesTwoRootsOfOneSize() {
        FakePublisher forked = agreedOn("forked-service", 9);
        cheat(forked, history -> {
            history.set(8, FakePublisher.altered(history.get(8)));
            return history;
        });
        String other = forked.sign(9);

        JsonNode alarm = awaitAlarm(forked, "FORKED");
        assertThat(alarm.path("firstDifference").asLong()).isEqualTo(9);
        assertThat(alarm.path("note").asString()).isEqualTo(other);
        assertThat(SignedNote.parse(alarm.path("earlierNote").asString()).body())
                .isNotEqualTo(SignedNote.parse(other).body());
        assertThat(forked.key()
                        .verifierKey()
                        .verifies(SignedNote.parse(alarm.path("earlierNote").asString())))
                .as("both statements are signed by the ledger: nobody can deny the fork")
                .isTrue();
    }

    @Test
    void namesTheRangeWhenTheCheaterGivesNoAnswer() {
        FakePublisher silent = agreedOn("silent-service", 5);
        silent.publish(5);
        cheat(silent, history -> {
            history.set(7, FakePublisher.altered(history.get(7)));
            return history;
        });
        silent.fallSilent();
        silent.sign();

        JsonNode alarm = awaitAlarm(silent, "MISMATCHED");
        assertThat(alarm.has("firstDifference")).isFalse();
        assertThat(alarm.path("agreedSize").asLong()).isEqualTo(5);
        assertThat(alarm.path("explanation").asString())
                .contains("cannot be asked", "after position 5, at 10 or before");
    }

    @Test
    void believesNoKeyButThoseOfTheFirstUse() {
        FakePublisher rotated = agreedOn("rotated-service", 3);
        rotated.publish(1);
        rotated.changeKey();
        rotated.sign();

        JsonNode alarm = awaitAlarm(rotated, "UNKNOWN_KEY");
        assertThat(alarm.path("explanation").asString()).contains("add it to the witness's settings");
        assertThat(standing(rotated).at("/agreed/size").asLong()).isEqualTo(3);
    }

    @Test
    void refusesWhatIsNoCheckpointOfTheLedger() {
        FakePublisher noisy = agreedOn("noisy-service", 3);
        noisy.send("{ not even a note");
        awaitAlarm(noisy, "UNREADABLE");

        String elsewhere = Leaves.of(3).note(SigningKey.generate("else/where"), "else/where", 3);
        noisy.send(elsewhere);
        assertThat(awaitAlarm(noisy, "WRONG_ORIGIN").path("note").asString()).isEqualTo(elsewhere);

        noisy.publish(1);
        noisy.sign();
        awaitAgreed(noisy, 4);
        assertThat(standing(noisy).path("refused").asLong()).isZero();
        assertThat(alarms(noisy)).as("alarms stay").hasSize(2);
    }

    @Test
    void waitsForEventsThatComeAfterTheirCheckpoint() {
        FakePublisher late = agreedOn("late-service", 2);
        List<RecordedEvent> kept = late.record(3);
        late.sign();
        await().until(() -> standing(late).path("waiting").asInt() == 1);
        assertThat(health("late-service").path("waiting").asInt()).isEqualTo(1);

        kept.forEach(late::deliver);

        awaitAgreed(late, 5);
        assertThat(standing(late).path("waiting").asInt()).isZero();
    }

    @Test
    void takesASmallerCheckpointThatCameLateForWhatItIs() {
        FakePublisher overtaken = agreedOn("overtaken-service", 8);
        overtaken.sign(5);
        overtaken.publish(1);
        overtaken.sign();

        awaitAgreed(overtaken, 9);
        assertThat(standing(overtaken).path("waiting").asInt()).isZero();
        assertThat(alarms(overtaken)).isEmpty();
    }

    @Test
    void stopsAtAMissingEventAndNeverSkipsIt() {
        FakePublisher gapped = publisher("gapped-service");
        List<RecordedEvent> events = gapped.record(4);
        gapped.sign(4);
        copy(gapped, events.get(0), events.get(1), events.get(3));

        await().until(() -> standing(gapped).path("missing").asLong() == 3);
        assertThat(standing(gapped).path("treeSize").asLong()).isEqualTo(2);
        assertThat(health("gapped-service").path("missing").asLong()).isEqualTo(3);
        assertThat(standing(gapped).has("agreed")).isFalse();

        copy(gapped, events.get(2));
        awaitAgreed(gapped, 4);
        assertThat(standing(gapped).has("missing")).isFalse();
    }

    @Test
    void takesNoHarmFromRepeats() {
        FakePublisher repeated = publisher("repeated-service");
        List<RecordedEvent> events = repeated.publish(6);
        String first = repeated.sign(3);
        awaitAgreed(repeated, 3);
        String second = repeated.sign(6);
        awaitAgreed(repeated, 6);
        String cosigned = text("/api/witness/repeated-service/checkpoints/latest");

        events.forEach(repeated::deliver);
        repeated.send(first);
        repeated.send(second);
        repeated.send(first);
        // A witness's signature more under the same statement is the same statement.
        repeated.send(cosigned);
        repeated.publish(1);
        repeated.sign();

        awaitAgreed(repeated, 7);
        assertThat(standing(repeated).path("waiting").asInt()).isZero();
        assertThat(alarms(repeated)).isEmpty();
    }

    @Test
    void anAlarmStaysUntilSomebodyInChargeHasLookedIntoIt() {
        FakePublisher ledger = agreedOn("looked-into-service", 3);
        ledger.send("no note");
        String id = awaitAlarm(ledger, "UNREADABLE").path("id").asString();
        String address = "/api/witness/alarms/" + id + "/acknowledgement";
        String reason = "{\"reason\":\"A misconfigured tool; its access was revoked.\"}";

        assertThat(anonymous().post(address, reason).status()).isEqualTo(401);
        assertThat(as(TestActors.secretariat()).post(address, reason).status()).isEqualTo(403);
        assertThat(as(TestActors.operator()).post(address, "{\"reason\":\" \"}").status())
                .isEqualTo(400);
        assertThat(standing(ledger).path("alarms")).hasSize(1);
        assertThat(anonymous().get("/api/witness/alarms").status()).isEqualTo(401);

        Reply done = as(TestActors.operator()).post(address, reason);
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.json().at("/acknowledged/reason").asString()).startsWith("A misconfigured tool");
        assertThat(done.json().at("/acknowledged/personId").asString()).isEqualTo("person-operator");
        assertThat(as(TestActors.operator()).post(address, reason).status())
                .as("the same again")
                .isEqualTo(200);
        assertThat(as(TestActors.auditor()).post(address, reason).status()).isEqualTo(409);
        assertThat(as(TestActors.operator())
                        .post("/api/witness/alarms/never-raised/acknowledgement", reason)
                        .status())
                .isEqualTo(404);

        await().until(() -> standing(ledger).path("alarms").isEmpty());
        assertThat(alarms(ledger)).as("kept on record").hasSize(1);
        assertThat(as(TestActors.auditor())
                        .get("/api/witness/alarms?open=true")
                        .json()
                        .findValuesAsString("id"))
                .doesNotContain(id);
        // What is recorded here first is an event like any other: no view stumbles over it.
        assertThat(views.all())
                .allSatisfy(view -> assertThat(view.state().faults().leftOut()).isZero());
        assertThat(ownLedger.readAggregate("alarm:" + id, 0, 10))
                .extracting(recorded -> recorded.event().name())
                .containsExactly("ledger-alarm-raised", "ledger-alarm-acknowledged");
    }

    @Test
    void knowsNothingOfOtherLedgers() {
        assertThat(anonymous().get("/api/witness/unknown-service").status()).isEqualTo(404);
        assertThat(anonymous().get("/api/witness").json().findValuesAsString("source"))
                .containsAll(LEDGERS)
                .contains("dialogue-service", "answer-service");
        assertThat(anonymous()
                        .get("/api/witness/answer-service/checkpoints/latest")
                        .status())
                .isEqualTo(404);
    }

    private FakePublisher publisher(String name) {
        FakePublisher publisher = new FakePublisher(name, properties, database, HTTP);
        publishers.add(publisher);
        return publisher;
    }

    private FakePublisher agreedOn(String name, int events) {
        FakePublisher publisher = publisher(name);
        publisher.publish(events);
        publisher.sign();
        awaitAgreed(publisher, events);
        return publisher;
    }

    /** Rewrites history once all of it has been received. */
    private void cheat(FakePublisher publisher, UnaryOperator<List<LedgerEvent>> change) {
        List<LedgerEvent> history = publisher.events();
        await().until(() -> standing(publisher).path("treeSize").asLong() == history.size());
        publisher.rewrite(change.apply(history));
    }

    /** Puts copies into the own ledger as the intake does, in any order: as after letters were parked. */
    private void copy(FakePublisher from, RecordedEvent... events) {
        for (RecordedEvent recorded : events) {
            Origin origin = new Origin(from.name(), recorded.position(), recorded.recordedAt());
            ownLedger.append(List.of(recorded.event().copiedFrom(origin)));
        }
    }

    private void awaitAgreed(FakePublisher publisher, long size) {
        await().until(() -> standing(publisher).at("/agreed/size").asLong() == size);
    }

    private JsonNode awaitAlarm(FakePublisher publisher, String kind) {
        await().until(() -> alarms(publisher).stream()
                .anyMatch(alarm -> alarm.path("kind").asString().equals(kind)));
        return alarms(publisher).stream()
                .filter(alarm -> alarm.path("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> alarms(FakePublisher publisher) {
        return as(TestActors.auditor())
                .get("/api/witness/alarms")
                .json()
                .valueStream()
                .filter(alarm -> alarm.path("ledger").asString().equals(publisher.name()))
                .toList();
    }

    private JsonNode standing(FakePublisher publisher) {
        return anonymous().get("/api/witness/" + publisher.name()).json();
    }

    private JsonNode health(String ledger) {
        return anonymous()
                .get("/actuator/health")
                .json()
                .at("/components/witness/details")
                .path(ledger);
    }

    private String text(String path) {
        return anonymous().get(path).text();
    }

    private Caller as(Actor actor) {
        return Caller.as(port, actor);
    }

    private Caller anonymous() {
        return Caller.anonymous(port);
    }
}
