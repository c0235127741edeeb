package org.dialogue.ledger.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.bson.BsonString;
import org.dialogue.ledger.BrokenHistoryException;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.Leaf;
import org.dialogue.ledger.LedgerEvent;
import org.dialogue.ledger.Origin;
import org.dialogue.ledger.StoredHistory;
import org.dialogue.ledger.TestMongo;
import org.dialogue.ledger.WatchedDatabase;
import org.dialogue.ledger.checkpoint.Checkpoint;
import org.dialogue.ledger.checkpoint.CheckpointCollection;
import org.dialogue.ledger.checkpoint.IssuedCheckpoint;
import org.dialogue.ledger.checkpoint.SignedNote;
import org.dialogue.ledger.checkpoint.SigningKey;
import org.dialogue.ledger.checkpoint.VerifierKey;
import org.dialogue.ledger.tree.CompactRange;
import org.dialogue.ledger.tree.TreeHead;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LedgerExportTest {

    private static final String ORIGIN = "example.org/ledger";
    private static final Instant NOON = Instant.parse("2024-05-20T12:00:00.123456789Z");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final EventLedger ledger = EventLedger.open(database, "events");
    private final CheckpointCollection checkpoints = new CheckpointCollection(database, "checkpoints");
    private final SigningKey key = SigningKey.generate(ORIGIN);

    @AfterEach
    void dropDatabase() {
        database.drop();
    }

    @Test
    void whatIsExportedIsWhatIsStored() throws IOException {
        String strange = "\"\\/\b\f\n\r\t\u0000\u001f\u007f\u0085\u2028\u2029\ufeff\ufffe thí Đặng \uD83D\uDC09";
        Origin origin = new Origin("elsewhere", Long.MAX_VALUE, NOON);
        LedgerEvent event = new LedgerEvent(
                strange, "named " + strange, "", "", strange, 0, NOON, new byte[] {0, -1, 10}, new byte[0], origin);
        Instant recordedAt = ledger.append(List.of(event)).recordedAt();

        JsonNode line = lines(export(), "events.ndjson").get(0);

        assertThat(line.properties().stream().map(Map.Entry::getKey))
                .containsExactly(
                        "position",
                        "id",
                        "name",
                        "revision",
                        "aggregateType",
                        "aggregateId",
                        "sequence",
                        "timestamp",
                        "recordedAt",
                        "payload",
                        "metadata",
                        "origin");
        assertThat(line.get("position").longValue()).isEqualTo(1);
        assertThat(line.get("id").stringValue()).isEqualTo(strange);
        assertThat(line.get("name").stringValue()).isEqualTo("named " + strange);
        assertThat(line.get("revision").stringValue()).isEmpty();
        assertThat(line.get("timestamp").stringValue()).isEqualTo("2024-05-20T12:00:00.123456789Z");
        assertThat(line.get("recordedAt").longValue()).isEqualTo(recordedAt.toEpochMilli());
        assertThat(line.get("payload").stringValue()).isEqualTo("AP8K");
        assertThat(line.get("metadata").stringValue()).isEmpty();
        assertThat(line.get("origin").toString())
                .isEqualTo("{\"source\":\"elsewhere\",\"position\":%d,\"recordedAt\":%d}"
                        .formatted(Long.MAX_VALUE, NOON.toEpochMilli()));
    }

    @Test
    void theRootFollowsFromTheExportAlone() throws IOException {
        append("a", 5);
        append("b", 1);
        append("c", 7);

        Map<String, String> export = export();

        JsonNode description = JSON.readTree(export.get("ledger.json"));
        assertThat(description.get("format").stringValue()).isEqualTo("event-ledger-export");
        assertThat(description.get("version").intValue()).isEqualTo(1);
        assertThat(description.get("origin").stringValue()).isEqualTo(ORIGIN);
        assertThat(description.get("exportedAt").stringValue()).isEqualTo(NOON.toString());
        assertThat(description.get("size").longValue()).isEqualTo(13);
        assertThat(Base64.getDecoder().decode(description.get("root").stringValue()))
                .isEqualTo(ledger.treeHead().root())
                .isEqualTo(rootOf(lines(export, "events.ndjson")));
        assertThat(lines(export, "events.ndjson"))
                .extracting(line -> line.get("position").longValue())
                .isEqualTo(IntStream.rangeClosed(1, 13).mapToObj(i -> (long) i).toList());
        assertThat(export.get("events.ndjson")).endsWith("}\n").doesNotContain("\n\n", "origin");
    }

    @Test
    void theExportEndsAtTheLatestCheckpoint() throws IOException {
        append("a", 3);
        IssuedCheckpoint first = sign(ledger.treeHead());
        append("b", 3);
        // Checkpoints need not be of the end of a commit.
        IssuedCheckpoint second = sign(ledger.proofs().headAt(5));
        append("c", 3);

        Map<String, String> export = export();

        JsonNode description = JSON.readTree(export.get("ledger.json"));
        assertThat(description.get("size").longValue()).isEqualTo(5);
        assertThat(rootOf(lines(export, "events.ndjson")))
                .isEqualTo(second.checkpoint().tree().root())
                .isEqualTo(Base64.getDecoder().decode(description.get("root").stringValue()));
        assertThat(lines(export, "checkpoints.ndjson"))
                .hasSize(2)
                .satisfiesExactly(line -> isCheckpoint(line, first), line -> isCheckpoint(line, second));
        assertThat(export.get("keys.txt").lines().filter(line -> !line.startsWith("#")))
                .containsExactly(key.verifierKey().text());
    }

    @Test
    void manyCheckpointsAreExportedInOrder() throws IOException {
        append("a", 230);
        for (int size = 1; size <= 230; size++) {
            checkpoints.keep(issued(new TreeHead(size, new byte[32])));
        }

        assertThat(lines(export(), "checkpoints.ndjson"))
                .extracting(line -> line.get("size").longValue())
                .isEqualTo(IntStream.rangeClosed(1, 230).mapToObj(i -> (long) i).toList());
    }

    @Test
    void anEmptyLedgerCanBeExported() throws IOException {
        Map<String, String> export = export();

        assertThat(JSON.readTree(export.get("ledger.json")).get("size").longValue())
                .isZero();
        assertThat(export.get("events.ndjson")).isEmpty();
        assertThat(export.get("checkpoints.ndjson")).isEmpty();
        assertThat(export.get("keys.txt").lines()).allMatch(line -> line.startsWith("#"));
    }

    @Test
    void aCheckpointOfMoreThanIsLeftGoesWithTheExportAndExposesIt() throws IOException {
        append("a", 3);
        append("b", 3);
        IssuedCheckpoint checkpoint = sign(ledger.treeHead());
        new StoredHistory(database, "events").deleteFrom(4);

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new LedgerExport(EventLedger.open(database, "events"), checkpoints, ORIGIN, clock()).write(out);
        Map<String, String> export = unzipped(out.toByteArray());

        assertThat(lines(export, "events.ndjson")).hasSize(3);
        assertThat(lines(export, "checkpoints.ndjson")).satisfiesExactly(line -> isCheckpoint(line, checkpoint));
    }

    @Test
    void aHistoryThatIsNotWholeIsNotExported() {
        append("a", 3);
        append("b", 3);
        append("c", 3);
        StoredHistory stored = new StoredHistory(database, "events");

        stored.alterEvent(4, 1, "payload", new BsonString("none"));
        assertThatExceptionOfType(BrokenHistoryException.class).isThrownBy(this::export);
        stored.delete(4);
        assertThatExceptionOfType(BrokenHistoryException.class)
                .isThrownBy(this::export)
                .satisfies(broken -> assertThat(broken.position()).isEqualTo(4));
    }

    @Test
    void alteredEventsDoNotLeadToTheExportedRoot() throws IOException {
        append("a", 3);
        new StoredHistory(database, "events").alterEvent(1, 1, "name", new BsonString("thing-undone"));

        Map<String, String> export = export();

        assertThat(rootOf(lines(export, "events.ndjson")))
                .isNotEqualTo(Base64.getDecoder()
                        .decode(JSON.readTree(export.get("ledger.json"))
                                .get("root")
                                .stringValue()));
    }

    @Test
    void whatIsReadIsWrittenAtOnce() throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            byte[] incompressible = new byte[4_096];
            random.nextBytes(incompressible);
            ledger.append(List.of(
                    LedgerEvent.withoutAggregate("event-" + i, "thing-done", "1", NOON, incompressible, new byte[0])));
        }
        Set<Integer> batchesBeforeAWrite = new HashSet<>();
        try (WatchedDatabase watched = new WatchedDatabase(database.getName())) {
            EventLedger inBatches =
                    EventLedger.in(watched.database(), "events").batchSize(10).open();
            OutputStream out = new OutputStream() {

                @Override
                public void write(int one) {
                    batchesBeforeAWrite.add(watched.sent("getMore").size());
                }
            };
            new LedgerExport(inBatches, checkpoints, ORIGIN, clock()).write(out);
        }

        // Base64 of random bytes deflates to little less than the bytes: a batch is more than the buffers hold.
        assertThat(batchesBeforeAWrite).hasSizeGreaterThan(20);
    }

    private void append(String aggregateId, int count) {
        ledger.append(IntStream.range(0, count)
                .mapToObj(i -> LedgerEvent.ofAggregate(
                        aggregateId + "-" + i,
                        "thing-done",
                        "1",
                        "Thing",
                        aggregateId,
                        i,
                        NOON,
                        "{\"i\":%d}".formatted(i).getBytes(UTF_8),
                        "{}".getBytes(UTF_8)))
                .toList());
    }

    private IssuedCheckpoint sign(TreeHead head) {
        VerifierKey verifier = key.verifierKey();
        checkpoints.keepKey(verifier, NOON);
        IssuedCheckpoint issued = issued(head);
        checkpoints.keep(issued);
        return issued;
    }

    private IssuedCheckpoint issued(TreeHead head) {
        Checkpoint checkpoint = new Checkpoint(ORIGIN, head);
        SignedNote note = new SignedNote(checkpoint.body(), List.of(key.sign(checkpoint.body())));
        return new IssuedCheckpoint(checkpoint, note, NOON);
    }

    private static void isCheckpoint(JsonNode line, IssuedCheckpoint expected) {
        assertThat(line.get("size").longValue()).isEqualTo(expected.size());
        assertThat(line.get("issuedAt").stringValue()).isEqualTo("2024-05-20T12:00:00.123Z");
        assertThat(SignedNote.parse(line.get("note").stringValue())).isEqualTo(expected.note());
    }

    /** With the hashes of the format page, from the fields as they stand in the export. */
    private static byte[] rootOf(List<JsonNode> lines) {
        return CompactRange.empty()
                .append(lines.stream()
                        .map(line -> Leaf.hash(
                                line.get("id").stringValue(),
                                line.get("name").stringValue(),
                                line.get("revision").stringValue(),
                                line.get("aggregateType").stringValue(),
                                line.get("aggregateId").stringValue(),
                                line.get("sequence").longValue(),
                                line.get("timestamp").stringValue(),
                                line.get("recordedAt").longValue(),
                                Base64.getDecoder().decode(line.get("payload").stringValue()),
                                Base64.getDecoder().decode(line.get("metadata").stringValue())))
                        .toList())
                .root();
    }

    private Map<String, String> export() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export(out);
        return unzipped(out.toByteArray());
    }

    private void export(ByteArrayOutputStream out) throws IOException {
        new LedgerExport(ledger, checkpoints, ORIGIN, clock()).write(out);
    }

    private static Clock clock() {
        return Clock.fixed(NOON, ZoneOffset.UTC);
    }

    private static Map<String, String> unzipped(byte[] archive) throws IOException {
        Map<String, String> entries = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entries.put(entry.getName(), new String(zip.readAllBytes(), UTF_8)))
                        .isNull();
            }
        }
        assertThat(entries).containsOnlyKeys("ledger.json", "events.ndjson", "checkpoints.ndjson", "keys.txt");
        return entries;
    }

    private static List<JsonNode> lines(Map<String, String> export, String entry) {
        return export.get(entry).lines().map(JSON::readTree).toList();
    }
}
