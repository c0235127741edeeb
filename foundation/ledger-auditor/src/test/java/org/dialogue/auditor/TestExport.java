package org.dialogue.auditor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.ObjectMapper;

/**
 * An export to be tampered with: 30 events, checkpoints of sizes 10, 20 and 30, and the key that signed them. Position 5,
 * 10, 15 and so on belong to no aggregate; the others to four aggregates in turn.
 */
final class TestExport {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Instant START = Instant.parse("2023-07-12T01:30:00.250Z");
    private static final LocalDateTime WRITTEN = LocalDateTime.parse("2024-01-01T00:00:00");

    final List<Map<String, Object>> events = new ArrayList<>();
    final List<Map<String, Object>> checkpoints = new ArrayList<>();
    final List<String> keys = new ArrayList<>(List.of(TestKey.LEDGER.vkey()));
    final Map<String, Object> ledger = new LinkedHashMap<>();

    static TestExport whole() {
        TestExport export = new TestExport();
        for (int position = 1; position <= 30; position++) {
            export.events.add(event(position));
        }
        export.describe();
        export.sign(10, TestKey.LEDGER);
        export.sign(20, TestKey.LEDGER);
        export.sign(30, TestKey.LEDGER);
        return export;
    }

    static Map<String, Object> event(long position) {
        boolean standsAlone = position % 5 == 0;
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("position", position);
        event.put("id", "e-" + position);
        event.put("name", "thing-done");
        event.put("revision", "1");
        event.put("aggregateType", standsAlone ? "" : "Thing");
        event.put("aggregateId", standsAlone ? "e-" + position : "th\u00ed-" + position % 5);
        event.put("sequence", standsAlone ? 0 : position / 5);
        event.put("timestamp", START.plusSeconds(position).toString());
        event.put("recordedAt", START.plusSeconds(position + position % 2).toEpochMilli());
        event.put("payload", base64("{\"of\":%d}".formatted(position)));
        event.put("metadata", base64("{}"));
        Map<String, Object> origin = new LinkedHashMap<>();
        origin.put("source", "elsewhere");
        origin.put("position", position);
        origin.put("recordedAt", 1);
        event.put("origin", origin);
        return event;
    }

    /** Makes ledger.json fit the events, as anybody can. */
    TestExport describe() {
        ledger.put("format", "event-ledger-export");
        ledger.put("version", 1);
        ledger.put("origin", TestKey.ORIGIN);
        ledger.put("size", events.size());
        ledger.put("root", base64(root(events.size())));
        ledger.put("exportedAt", "2024-01-01T00:00:00Z");
        return this;
    }

    /** Numbers the events anew, as who inserts or deletes some must. */
    TestExport renumber() {
        for (int i = 0; i < events.size(); i++) {
            events.get(i).put("position", i + 1);
        }
        return this;
    }

    /** Makes everything fit the events, and signs all checkpoints again. */
    TestExport rehash(TestKey key) {
        renumber().describe();
        List<Long> sizes = checkpoints.stream()
                .map(checkpoint -> ((Number) checkpoint.get("size")).longValue())
                .toList();
        checkpoints.clear();
        sizes.stream().filter(size -> size <= events.size()).forEach(size -> sign(size, key));
        return this;
    }

    TestExport sign(long size, TestKey... signers) {
        String body = body(size);
        StringBuilder note = new StringBuilder(body).append('\n');
        for (TestKey signer : signers) {
            note.append(signer.type() == 4 ? signer.cosign(body, 1_700_000_000 + size) : signer.sign(body));
        }
        checkpoints.add(checkpoint(size, note.toString()));
        return this;
    }

    static Map<String, Object> checkpoint(long size, String note) {
        Map<String, Object> checkpoint = new LinkedHashMap<>();
        checkpoint.put("size", size);
        checkpoint.put("issuedAt", START.plusSeconds(60 + size).toString());
        checkpoint.put("note", note);
        return checkpoint;
    }

    String body(long size) {
        return TestKey.ORIGIN + "\n" + size + "\n" + base64(root(size)) + "\n";
    }

    /** The note of the checkpoint of one size. */
    String note(long size) {
        return (String) checkpoints.stream()
                .filter(checkpoint -> ((Number) checkpoint.get("size")).longValue() == size)
                .findFirst()
                .orElseThrow()
                .get("note");
    }

    Map<String, Object> at(int position) {
        return events.get(position - 1);
    }

    byte[] root(long size) {
        TestTree tree = new TestTree();
        events.stream().limit(size).forEach(event -> tree.append(TestTree.leaf(event)));
        return tree.root();
    }

    /** The four files, as they are put into the archive. */
    Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("ledger.json", JSON.writeValueAsBytes(ledger));
        files.put("events.ndjson", lines(events));
        files.put("checkpoints.ndjson", lines(checkpoints));
        files.put("keys.txt", ("# keys\n" + String.join("\n", keys) + "\n").getBytes(UTF_8));
        return files;
    }

    Path writeTo(Path folder) {
        return zip(files(), folder);
    }

    static Path zip(Map<String, byte[]> files, Path folder) {
        Path path = folder.resolve("export.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                // The same bytes at any time: some tests damage one at a place drawn by lot.
                entry.setTimeLocal(WRITTEN);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return path;
    }

    private static byte[] lines(List<Map<String, Object>> objects) {
        return objects.stream()
                .map(object -> JSON.writeValueAsString(object) + "\n")
                .collect(Collectors.joining())
                .getBytes(UTF_8);
    }

    static String base64(String text) {
        return base64(text.getBytes(UTF_8));
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
