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
import org.dialogue.ledger.checkpoint.SigningKey;
import org.dialogue.ledger.spring.ThingServer;
import org.junit.jupiter.api.Test;

/** The export is whole, or it can be seen that it is not. */
class ExportOverHttpIT {

    private static final int COMMITS = 10;
    private static final int EVENTS_EACH = 25;

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
            EventLedger ledger = server.bean(EventLedger.class);
            for (int i = 0; i < COMMITS; i++) {
                ledger.append(TestEvents.events("t" + i, EVENTS_EACH));
            }
            long late = (COMMITS - 2) * EVENTS_EACH + 1L;
            server.database().getCollection("events").deleteOne(Filters.eq("_id", late));

            // The status was sent long before.
            assertThatThrownBy(() -> server.get("/ledger/export")).hasRootCauseInstanceOf(IOException.class);
        }
    }

    private static ThingServer start() {
        return ThingServer.start(
                "--ledger.web.export=true",
                "--ledger.signing-key="
                        + SigningKey.generate(ThingServer.ORIGIN).toPem());
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
