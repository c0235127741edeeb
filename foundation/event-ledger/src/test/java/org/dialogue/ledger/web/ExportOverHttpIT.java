package org.dialogue.ledger.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.TestEvents;
import org.dialogue.ledger.checkpoint.CheckpointIssuer;
import org.dialogue.ledger.checkpoint.SigningKey;
import org.dialogue.ledger.spring.ThingServer;
import org.junit.jupiter.api.Test;

/** The export is whole, or it can be seen that it is not. */
class ExportOverHttpIT {

    private static final int COMMITS = 10;

    /** Several times what the servlet container holds back before it sends the status. */
    private static final int EVENTS_EACH = 100;

    @Test
    void theWholeLedgerIsHandedOver() throws IOException {
        try (ThingServer server = start()) {
            server.record(3);

            HttpResponse<byte[]> response = server.get("/ledger/export");

            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/zip");
            assertThat(response.headers().firstValue("Content-Disposition"))
                    .hasValue("attachment; filename=\"example.org-things.zip\"");
            Map<String, List<String>> entries = unzip(response.body());
            assertThat(entries).containsOnlyKeys("ledger.json", "events.ndjson", "checkpoints.ndjson", "keys.txt");
            assertThat(entries.get("events.ndjson")).hasSize(3);
            // Signed for the occasion, or the newest events would be missing.
            assertThat(entries.get("checkpoints.ndjson")).last().asString().contains("\"size\": 3,");
        }
    }

    @Test
    void aTransferBreaksOffWithTheHistory() {
        try (ThingServer server = start()) {
            record(server);
            // Signed before the damage, or signing it would find it first.
            server.bean(CheckpointIssuer.class).issueIfNews();
            lose(server, COMMITS - 2);

            // The status was sent long before.
            assertThatThrownBy(() -> server.get("/ledger/export")).hasRootCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void historyThatIsFoundBrokenBeforeAnythingWasSentIsAProblem() {
        try (ThingServer server = start()) {
            record(server);
            server.bean(CheckpointIssuer.class).issueIfNews();
            server.bean(EventLedger.class).append(TestEvents.events("later", 1));
            // What the latest checkpoint ends with, which is looked up before the first line is written.
            lose(server, COMMITS - 1);

            HttpResponse<byte[]> response = server.get("/ledger/export");

            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(response.headers().firstValue("Content-Disposition")).isEmpty();
            assertThat(new String(response.body(), UTF_8)).contains("urn:event-ledger:problem:broken-history");
        }
    }

    private static void record(ThingServer server) {
        EventLedger ledger = server.bean(EventLedger.class);
        for (int i = 0; i < COMMITS; i++) {
            ledger.append(TestEvents.events("t" + i, EVENTS_EACH));
        }
    }

    private static void lose(ThingServer server, int commit) {
        long position = commit * EVENTS_EACH + 1L;
        assertThat(server.database()
                        .getCollection("events")
                        .deleteOne(Filters.eq("_id", position))
                        .getDeletedCount())
                .isOne();
    }

    private static ThingServer start() {
        return ThingServer.start(
                "--ledger.web.export=true",
                "--ledger.signing-key="
                        + SigningKey.generate(ThingServer.ORIGIN).toPem(),
                // By hand only, once the first is signed: the test knows what is signed when it does its damage.
                "--ledger.checkpoint-every=1h");
    }

    private static Map<String, List<String>> unzip(byte[] archive) throws IOException {
        Map<String, List<String>> entries = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(
                        entry.getName(),
                        new String(zip.readAllBytes(), UTF_8).lines().toList());
            }
        }
        return entries;
    }
}
