package org.dialogue.kit.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.dialogue.embedded.TestServers;
import org.dialogue.kit.commands.KeyedRequest.Identity;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.LedgerEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdempotencyStoreIT {

    /** Far ahead: a real server removes by its own clock what is older than a day. */
    private static final Instant NOW = Instant.parse("2126-11-22T02:00:00Z");

    private static final Identity IDENTITY = new Identity("r", "s", "POST", "/api/papers", "me", "key");

    private MongoClient client;
    private MongoDatabase database;
    private EventLedger ledger;
    private MongoCollection<Document> kept;

    @BeforeEach
    void connect() {
        client = MongoClients.create(TestServers.mongoUri());
        database =
                client.getDatabase("idempotency_" + UUID.randomUUID().toString().replace("-", ""));
        ledger = EventLedger.open(database, "ledger");
        kept = database.getCollection("idempotency");
    }

    @AfterEach
    void disconnect() {
        ledger.close();
        database.drop();
        client.close();
    }

    @Test
    void recognisesByTheLedgerWhatWasRecorded() {
        KeyedRequest.Command command = begin(store(), "body").nextCommand();
        assertThat(command.knownTarget()).isEmpty();

        record(command);

        assertThat(begin(store(), "body").nextCommand().knownTarget()).contains("paper");
        assertThat(store().find(command)).contains("paper");
    }

    @Test
    void recognisesWhatRecordedNothing() {
        store().recordedNothing(begin(store(), "body").nextCommand(), "paper");

        assertThat(begin(store(), "body").nextCommand().knownTarget()).contains("paper");
    }

    @Test
    void refusesTheKeyWithAnotherRequest() {
        record(begin(store(), "body").nextCommand());

        assertThatExceptionOfType(IdempotencyKeyReused.class).isThrownBy(() -> begin(store(), "another body"));
        assertThatExceptionOfType(IdempotencyKeyReused.class)
                .isThrownBy(() -> store().begin(IDENTITY, "a=b", null, bytes("body")));
        assertThatExceptionOfType(IdempotencyKeyReused.class)
                .isThrownBy(() -> store().begin(IDENTITY, null, "\"3\"", bytes("body")));
    }

    @Test
    void refusesTheKeyWithAnotherRequestThatRecordedNothing() {
        store().recordedNothing(begin(store(), "body").nextCommand(), "paper");

        assertThatExceptionOfType(IdempotencyKeyReused.class).isThrownBy(() -> begin(store(), "another body"));
    }

    /** The digest is published: who knows the key and guesses the body must not find the guess confirmed. */
    @Test
    void makesDigestsThatAnotherDatabaseMakesDifferently() {
        MongoDatabase other = client.getDatabase(database.getName() + "_b");
        IdempotencyStore elsewhere =
                new IdempotencyStore(ledger, other.getCollection("idempotency"), Clock.systemUTC(), Duration.ofDays(1));

        assertThat(begin(elsewhere, "body").nextCommand().requestDigest())
                .isNotEqualTo(begin(store(), "body").nextCommand().requestDigest());
        other.drop();
    }

    @Test
    void removesTheAnswersThatOlderBuildsKept() {
        store().recordedNothing(begin(store(), "body").nextCommand(), "paper");
        kept.insertMany(List.of(
                new Document("_id", "answered")
                        .append("bodyDigest", "d")
                        .append("answer", new Document("body", new Binary(bytes("Nguyen Van A")))),
                new Document("_id", "under way").append("bodyDigest", "d")));

        store();

        assertThat(kept.find().map(document -> document.getString("_id")))
                .containsExactlyInAnyOrder(
                        "secret", begin(store(), "body").nextCommand().id());
    }

    private IdempotencyStore store() {
        return new IdempotencyStore(ledger, kept, Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofDays(1));
    }

    private void record(KeyedRequest.Command command) {
        ledger.append(List.of(LedgerEvent.ofAggregate(
                command.eventId(0),
                "filed",
                "1",
                "paper",
                "paper",
                0,
                NOW,
                bytes("{}"),
                bytes("{\"requestDigest\":\"" + command.requestDigest() + "\"}"))));
    }

    private static KeyedRequest begin(IdempotencyStore store, String body) {
        return store.begin(IDENTITY, null, null, bytes(body));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
