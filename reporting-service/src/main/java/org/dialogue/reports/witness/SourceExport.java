package org.dialogue.reports.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dialogue.ledger.LedgerEvent;
import org.dialogue.ledger.Origin;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A ledger's export, as its holder gave it to an auditor. It is read, and believed in nothing: whoever uses it recomputes its
 * tree.
 */
final class SourceExport {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path archive;

    SourceExport(Path archive) {
        this.archive = archive;
    }

    /**
     * Hands over every event in order, as a copy that names where it was recorded first.
     *
     * @param source the service whose ledger it should be
     */
    void events(String source, Consumer<LedgerEvent> taken) {
        lines("events.ndjson", line -> taken.accept(event(source, line)));
    }

    /** Hands over the notes of the checkpoints it holds, the smallest first. */
    void notes(Consumer<String> taken) {
        lines("checkpoints.ndjson", line -> taken.accept(line.path("note").asString()));
    }

    private static LedgerEvent event(String source, JsonNode line) {
        return new LedgerEvent(
                line.path("id").asString(),
                line.path("name").asString(),
                line.path("revision").asString(),
                line.path("aggregateType").asString(),
                line.path("aggregateId").asString(),
                line.path("sequence").asLong(),
                Instant.parse(line.path("timestamp").asString()),
                bytes(line, "payload"),
                bytes(line, "metadata"),
                new Origin(
                        source,
                        line.path("position").asLong(),
                        Instant.ofEpochMilli(line.path("recordedAt").asLong())));
    }

    private static byte[] bytes(JsonNode line, String name) {
        return Base64.getDecoder().decode(line.path(name).asString());
    }

    /** @throws CopyRenewal.Refused if the archive is none, or does not hold what it should */
    private void lines(String entry, Consumer<JsonNode> taken) {
        try (ZipFile zip = new ZipFile(archive.toFile(), UTF_8)) {
            ZipEntry found = zip.getEntry(entry);
            if (found == null) {
                throw new CopyRenewal.Refused("the export has no " + entry);
            }
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(zip.getInputStream(found), UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    taken.accept(JSON.readTree(line));
                }
            }
        } catch (IOException
                | UncheckedIOException
                | JacksonException
                | DateTimeException
                | IllegalArgumentException unreadable) {
            throw new CopyRenewal.Refused("the export cannot be read: " + unreadable.getMessage());
        }
    }
}
