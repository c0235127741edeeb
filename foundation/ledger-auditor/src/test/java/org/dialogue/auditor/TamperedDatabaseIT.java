package org.dialogue.auditor;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.auditor.ExitCode.ALTERED;
import static org.dialogue.auditor.ExitCode.WHOLE;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.dialogue.embedded.TestServers;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.LedgerEvent;
import org.dialogue.ledger.checkpoint.CheckpointCollection;
import org.dialogue.ledger.checkpoint.CheckpointIssuer;
import org.dialogue.ledger.checkpoint.IssuedCheckpoint;
import org.dialogue.ledger.checkpoint.SigningKey;
import org.dialogue.ledger.export.LedgerExport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody with all rights on the database meddles with the ledger itself; what it exports then is audited. Three
 * commits of ten events each, a checkpoint after each.
 */
class TamperedDatabaseIT {

    private static final String ORIGIN = "example.org/ledger";
    private static final Instant NOON = Instant.parse("2023-07-12T12:00:00Z");
    private static final MongoClient CLIENT = MongoClients.create(TestServers.mongoUri());

    @TempDir
    Path folder;

    private final MongoDatabase database =
            CLIENT.getDatabase("auditor_test_" + UUID.randomUUID().toString().replace("-", ""));
    private final MongoCollection<BsonDocument> events = database.getCollection("events", BsonDocument.class);
    private final SigningKey key = SigningKey.generate(ORIGIN);
    private String keptAtTen;
    private String keptAtTwenty;

    @BeforeEach
    void fillTheLedger() {
        keptAtTen = TestRun.file(folder, "ten.txt", append("checkpoints", 0));
        keptAtTwenty = TestRun.file(folder, "twenty.txt", append("checkpoints", 10));
        append("checkpoints", 20);
    }

    @AfterEach
    void dropDatabase() {
        database.drop();
    }

    @AfterAll
    static void closeClient() {
        CLIENT.close();
    }

    @Test
    void whatNobodyMeddledWithIsWhole() throws IOException {
        audit("checkpoints", "--checkpoint", keptAtTen, "--checkpoint", keptAtTwenty)
                .says(WHOLE, "All 30 events", "Checkpoints  3 in the export, 2 given", "right signatures: 5");
    }

    @Test
    void anAlteredEventIsFound() throws IOException {
        alter(11);

        audit("checkpoints").says(ALTERED, "First wrong position: between 11 and 20");
    }

    @Test
    void aDeletedAndAnInsertedEventAreFound() throws IOException {
        BsonDocument document = commit(11);
        BsonArray members = document.getArray("events");
        BsonValue removed = members.remove(9);
        replace(document);
        BsonDocument last = commit(21);
        BsonDocument inserted = removed.asDocument().clone();
        inserted.put("id", new BsonString("inserted"));
        last.getArray("events").add(0, inserted);
        last.put("_id", new BsonInt64(20));
        events.deleteOne(eq("_id", 21L));
        events.insertOne(last);

        audit("checkpoints").says(ALTERED, "First wrong position: between 11 and 20");
    }

    @Test
    void swappedEventsAreFound() throws IOException {
        BsonDocument document = commit(11);
        BsonArray members = document.getArray("events");
        members.add(3, members.remove(7));
        replace(document);

        audit("checkpoints").says(ALTERED, "First wrong position: between 11 and 14");
    }

    @Test
    void historyThatIsHashedAnewIsExposedByItsOwnCheckpoints() throws IOException {
        alter(11);
        rehash();

        audit("checkpoints").says(ALTERED, "First wrong position: between 11 and 20");
    }

    @Test
    void historyThatIsHashedAndSignedAnewIsExposedByAKeptCheckpoint() throws IOException {
        alter(11);
        rehash();
        issue("signed_anew");

        audit("signed_anew").says(WHOLE);
        audit("signed_anew", "--checkpoint", keptAtTwenty).says(ALTERED, "First wrong position: between 1 and 20");
        audit("signed_anew", "--checkpoint", keptAtTwenty, "--checkpoint", keptAtTen)
                .says(ALTERED, "First wrong position: between 11 and 20");
    }

    @Test
    void anOlderBackupOfTheEventsIsExposedByTheCheckpointsThatStayed() throws IOException {
        events.deleteMany(gt("_id", 11L));

        audit("checkpoints")
                .says(ALTERED, "First wrong position: 21", "the checkpoint of size 30", "an older state restored");
    }

    @Test
    void anOlderBackupOfEverythingIsExposedByAKeptCheckpoint() throws IOException {
        events.deleteMany(gt("_id", 1L));
        database.getCollection("checkpoints").deleteMany(gt("_id", 10L));

        audit("checkpoints").says(WHOLE, "All 10 events");
        audit("checkpoints", "--checkpoint", keptAtTwenty)
                .says(ALTERED, "First wrong position: 11", "an older state restored");

        append("checkpoints", 10);
        audit("checkpoints", "--checkpoint", keptAtTwenty, "--checkpoint", keptAtTen)
                .says(ALTERED, "between 11 and 20", "its holder signed two histories");
    }

    /** Appends ten events and has a checkpoint issued, of which it returns the note. */
    private String append(String checkpoints, long head) {
        try (EventLedger ledger = EventLedger.open(database, "events")) {
            ledger.append(LongStream.rangeClosed(head + 1, head + 10)
                    .mapToObj(TamperedDatabaseIT::event)
                    .toList());
        }
        return issue(checkpoints);
    }

    private String issue(String checkpoints) {
        CheckpointCollection collection = new CheckpointCollection(database, checkpoints);
        try (EventLedger ledger = EventLedger.open(database, "events");
                CheckpointIssuer issuer =
                        CheckpointIssuer.builder(ledger, collection, key).build()) {
            return issuer.issueIfNews()
                    .map(IssuedCheckpoint::note)
                    .orElseThrow()
                    .text();
        }
    }

    private TestRun audit(String checkpoints, String... options) throws IOException {
        Path zip = folder.resolve("export.zip");
        try (EventLedger ledger = EventLedger.open(database, "events");
                OutputStream out = Files.newOutputStream(zip)) {
            new LedgerExport(ledger, new CheckpointCollection(database, checkpoints), ORIGIN, Clock.systemUTC())
                    .write(out);
        }
        List<String> words = new ArrayList<>(List.of(options));
        words.addAll(List.of("--key", key.verifierKey().text()));
        return TestRun.of(zip, words.toArray(String[]::new));
    }

    private static LedgerEvent event(long position) {
        return LedgerEvent.ofAggregate(
                UUID.randomUUID().toString(),
                "thing-done",
                "1",
                "Thing",
                "th\u00ed-" + position % 2,
                (position - 1) / 2,
                NOON.plusNanos(position),
                "{\"of\":%d}".formatted(position).getBytes(UTF_8),
                "{}".getBytes(UTF_8));
    }

    private void alter(long commit) {
        BsonDocument document = commit(commit);
        document.getArray("events").get(4).asDocument().put("payload", new BsonBinary("{}".getBytes(UTF_8)));
        replace(document);
    }

    private BsonDocument commit(long position) {
        return events.find(eq("_id", position)).first();
    }

    private void replace(BsonDocument document) {
        assertThat(events.replaceOne(eq("_id", document.get("_id")), document).getModifiedCount())
                .isEqualTo(1);
    }

    /** Makes every root and frontier fit the events that are stored. */
    private void rehash() {
        TestTree tree = new TestTree();
        for (BsonDocument document : events.find().sort(ascending("_id")).into(new ArrayList<>())) {
            for (BsonValue event : document.getArray("events")) {
                tree.append(TestTree.leaf(fields(
                        event.asDocument(), document.getDateTime("appendedAt").getValue())));
            }
            document.put("root", new BsonBinary(tree.root()));
            document.put(
                    "frontier",
                    new BsonArray(tree.frontier().stream().map(BsonBinary::new).toList()));
            events.replaceOne(eq("_id", document.get("_id")), document);
        }
    }

    private static Map<String, Object> fields(BsonDocument event, long recordedAt) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (String name : List.of("id", "name", "revision", "aggregateType", "aggregateId", "timestamp")) {
            fields.put(name, event.getString(name).getValue());
        }
        for (String name : List.of("payload", "metadata")) {
            fields.put(
                    name,
                    Base64.getEncoder().encodeToString(event.getBinary(name).getData()));
        }
        fields.put("sequence", event.getInt64("sequence").getValue());
        fields.put("recordedAt", recordedAt);
        return fields;
    }
}
