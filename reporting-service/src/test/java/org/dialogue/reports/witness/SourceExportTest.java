package org.dialogue.reports.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dialogue.ledger.LedgerEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no event of an export is refused in a sentence, whatever it is. */
class SourceExportTest {

    private static final String LINE = """
            {"id":"e1","name":"thing-done","revision":"1","aggregateType":"Thing","aggregateId":"t1","sequence":0,
             "timestamp":"2023-07-12T01:30:00Z","recordedAt":1689125400000,"position":1,"payload":"e30=","metadata":"e30="}""".replaceAll("\\s+", "");

    @TempDir
    private Path directory;

    @Test
    void anEventIsReadAsTheCopyOfIt() throws IOException {
        List<LedgerEvent> events = new ArrayList<>();
        export(LINE).events("dialogue-service", events::add);

        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.id()).isEqualTo("e1");
            assertThat(event.origin()).hasFieldOrPropertyWithValue("source", "dialogue-service");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "2023-07-12T01:30:00Z, tomorrow",
        "2023-07-12T01:30:00Z, +1000000000-12-31T23:59:59.999999999Z",
        "2023-07-12T01:30:00Z, -1000000001-01-01T00:00:00Z",
        "1689125400000, 1e40",
        "'\"position\":1', '\"position\":0'",
        "'\"sequence\":0', '\"sequence\":-1'",
        "e30=, %"
    })
    void whatIsNoneIsRefused(String from, String to) throws IOException {
        SourceExport export = export(LINE.replace(from, to));

        assertThatExceptionOfType(CopyRenewal.Refused.class)
                .isThrownBy(() -> export.events("dialogue-service", event -> {}))
                .withMessageStartingWith("the export cannot be read: ");
    }

    private SourceExport export(String events) throws IOException {
        Path archive = directory.resolve("export.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("events.ndjson"));
            zip.write(events.getBytes(UTF_8));
        }
        return new SourceExport(archive);
    }
}
