package org.dialogue.auditor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.auditor.ExitCode.ALTERED;
import static org.dialogue.auditor.ExitCode.FAILED;
import static org.dialogue.auditor.ExitCode.UNREADABLE;
import static org.dialogue.auditor.ExitCode.WHOLE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be read is called so, in words, whatever it is. */
class MalformedExportTest {

    @TempDir
    Path folder;

    private final Map<String, byte[]> files = TestExport.whole().files();

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
                    events.ndjson      | "position":16      | "position":"16"    | events.ndjson, line 16 lacks 'position', or it is no whole number
                    events.ndjson      | "position":16      | "position":16.0    | events.ndjson, line 16 lacks 'position'
                    events.ndjson      | "position":16      | "position":99999999999999999999 | events.ndjson, line 16 lacks 'position'
                    events.ndjson      | "id":"e-16"        | "ix":"e-16"        | events.ndjson, line 16 lacks 'id', or it is no string
                    events.ndjson      | "id":"e-16"        | "id":null          | events.ndjson, line 16 lacks 'id'
                    events.ndjson      | "id":"e-16"        | "id":["e-16"]      | events.ndjson, line 16 lacks 'id'
                    events.ndjson      | "id":"e-16"        | "id":"\\ud800"     | events.ndjson, line 16: 'id' is no Unicode
                    events.ndjson      | "id":"e-16"        | "id":"e-16","id":"e-16" | events.ndjson, line 16 is not the JSON it should be
                    events.ndjson      | {"position":16     | x                  | events.ndjson, line 16 is not the JSON it should be
                    events.ndjson      | {"position":16     | 16 {"position":16  | events.ndjson, line 16 is no JSON object
                    events.ndjson      | {"position":16     | {} {"position":16  | events.ndjson, line 16 holds more than one JSON object
                    events.ndjson      | "metadata":"e30="  | "metadata":"e30"   | events.ndjson, line 1 lacks 'metadata', or it is no base64 string
                    events.ndjson      | "metadata":"e30="  | "metadata":"e3-="  | events.ndjson, line 1 lacks 'metadata', or it is no base64 string
                    checkpoints.ndjson | "size":20          | "sise":20          | checkpoints.ndjson, line 2 lacks 'size'
                    checkpoints.ndjson | 2023-07-12T01:31:20.250Z | yesterday    | checkpoints.ndjson, line 2 lacks 'issuedAt', or it is no time in UTC
                    checkpoints.ndjson | \\n20\\n           | \\n020\\n          | checkpoints.ndjson, line 2: the size in the note
                    ledger.json        | "version":1        | "version":2        | This is event-ledger-export in version 2
                    ledger.json        | event-ledger-export| other              | This is other in version 1
                    ledger.json        | "size":30          | "size":-1          | states no size or root
                    ledger.json        | "root":"           | "root":"AAAA       | states no size or root
                    ledger.json        | {                  | {{                 | ledger.json is not the JSON it should be
                    keys.txt           | +47c1c1b2+         | +47c1c1b3+         | keys.txt, line 2: the key of example.org/ledger is not the one that its id 47c1c1b3 says
                    keys.txt           | # keys             | keys               | keys.txt, line 1: a key reads name+id+base64
                    """)
    void everyPlaceIsNamed(String file, String text, String replacement, String message) {
        replace(file, content -> content.replaceFirst(Pattern.quote(text), Matcher.quoteReplacement(replacement)));

        run().says(UNREADABLE, "NOT READABLE", message);
    }

    @Test
    void eachFileIsNeeded() {
        for (String name : files.keySet().toArray(String[]::new)) {
            byte[] content = files.remove(name);
            run().says(UNREADABLE, "The archive does not hold " + name);
            files.put(name, content);
        }
    }

    @Test
    void aFileThatIsThereTwiceIsRefused() throws IOException {
        files.put("events.ndjsom", files.get("events.ndjson"));
        Path zip = TestExport.zip(files, folder);
        String bytes = Files.readString(zip, ISO_8859_1).replace("events.ndjsom", "events.ndjson");
        Files.writeString(zip, bytes, ISO_8859_1);

        TestRun.withKey(zip).says(UNREADABLE, "The archive holds events.ndjson twice");
    }

    @Test
    void whatIsNoTextIsRefused() {
        replaceBytes("events.ndjson", (byte) 0xff);
        run().says(UNREADABLE, "events.ndjson, line 1 is not UTF-8");
        files.putAll(TestExport.whole().files());
        replaceBytes("ledger.json", (byte) 0xff);
        run().says(UNREADABLE, "ledger.json is not UTF-8");
    }

    @Test
    void aLineThatIsCutOffOrEmptyIsRefused() {
        replace("events.ndjson", text -> text.substring(0, text.length() - 1));
        run().says(UNREADABLE, "events.ndjson ends within line 30: the export is cut off");
        files.putAll(TestExport.whole().files());
        replace("events.ndjson", text -> text.replaceFirst("\n", "\n\n"));
        run().says(UNREADABLE, "events.ndjson, line 2 is no JSON object");
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeItIsHeld() {
        files.put("events.ndjson", new byte[(1 << 25) + 1]);
        run().says(UNREADABLE, "events.ndjson, line 1 is longer than 33554432 bytes");
        files.putAll(TestExport.whole().files());
        files.put("ledger.json", new byte[(1 << 16) + 1]);
        run().says(UNREADABLE, "ledger.json is larger than 65536 bytes");
        replace("ledger.json", text -> "[".repeat(60_000));
        run().says(UNREADABLE, "ledger.json is no JSON object");
        replace("ledger.json", text -> "{\"a\":" + "[".repeat(60_000));
        run().says(UNREADABLE, "ledger.json is not the JSON it should be");
    }

    @ParameterizedTest
    @CsvSource({"ledger.json, 65536", "keys.txt, 1048576", "checkpoints.ndjson, 1048576", "events.ndjson, 33554432"})
    void whatIsAsLargeAsItMayBeIsReadAndNotAByteMore(String file, int limit) {
        // A character for each byte.
        String text = new String(files.get(file), ISO_8859_1);
        int end = file.endsWith(".ndjson") ? text.indexOf('\n') : text.length() - 1;
        int length = file.endsWith(".ndjson") ? end : text.length();
        String padding = (file.equals("keys.txt") ? "\n#" : "  ") + " ".repeat(limit - length - 2);

        files.put(file, (text.substring(0, end) + padding + text.substring(end)).getBytes(ISO_8859_1));
        run().says(WHOLE);
        files.put(file, (text.substring(0, end) + padding + " " + text.substring(end)).getBytes(ISO_8859_1));
        run().says(UNREADABLE, file);
    }

    @Test
    void whatIsNoArchiveOrNotAWholeOneIsRefused() throws IOException {
        Path zip = TestExport.zip(files, folder);
        byte[] whole = Files.readAllBytes(zip);
        Files.write(zip, Arrays.copyOf(whole, whole.length / 2));
        TestRun.withKey(zip).says(UNREADABLE, "is no zip archive, or not a whole one");
        Files.write(zip, new byte[0]);
        TestRun.withKey(zip).says(UNREADABLE, "is no zip archive");
    }

    @Test
    void damageOnTheWayIsToldFromAlteration() throws IOException {
        Path zip = stored();
        String bytes = Files.readString(zip, ISO_8859_1);
        Files.writeString(zip, bytes.replaceFirst("\"id\":\"e-16\"", "\"id\":\"e-61\""), ISO_8859_1);

        TestRun.withKey(zip).says(UNREADABLE, "The archive is damaged", "checksum", "Get a fresh copy");
        Files.writeString(zip, bytes.replaceFirst("\\\\n20\\\\n", "\\\\n21\\\\n"), ISO_8859_1);
        TestRun.withKey(zip).says(UNREADABLE, "The archive is damaged", "checkpoints.ndjson");
    }

    @Test
    void whatAnExportSaysCannotCommandTheTerminal() {
        replace("ledger.json", text -> text.replace("example.org/ledger", "\\u001b[2Jevil\\u202e"));

        TestRun run = TestRun.of(TestExport.zip(files, folder));
        run.says(ALTERED, "?[2Jevil?");
        assertThat(run.out()).doesNotContain("\u001b", "\u202e");

        TestExport export = TestExport.whole();
        TestKey evil = new TestKey("evil\u009b2J", 4, TestKey.WITNESS.seed(), TestKey.WITNESS.publicKey());
        export.keys.add(evil.vkey());
        export.checkpoints.get(2).put("note", export.note(30) + evil.cosign(export.body(29), 1));
        TestRun.of(export.writeTo(folder)).says(ALTERED, "bears a wrong signature of evil?2J+");
    }

    @Test
    void noAccidentMakesItFail() throws IOException {
        long seed = 20231;
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            files.putAll(TestExport.whole().files());
            String name = files.keySet().toArray(String[]::new)[random.nextInt(files.size())];
            byte[] content = files.get(name).clone();
            content[random.nextInt(content.length)] = (byte) random.nextInt(256);
            files.put(name, content);

            TestRun run = run();

            assertThat(run.code()).as("seed %d, round %d: %s", seed, i, run).isNotEqualTo(FAILED);
        }
        byte[] zip = Files.readAllBytes(TestExport.zip(files, folder));
        for (int i = 0; i < 200; i++) {
            byte[] content = zip.clone();
            content[random.nextInt(content.length)] = (byte) random.nextInt(256);
            TestRun run = TestRun.withKey(Files.write(folder.resolve("export.zip"), content));

            assertThat(run.code()).as("seed %d, round %d: %s", seed, i, run).isNotEqualTo(FAILED);
        }
    }

    private TestRun run() {
        return TestRun.withKey(TestExport.zip(files, folder));
    }

    private void replace(String file, UnaryOperator<String> change) {
        String before = new String(files.get(file), UTF_8);
        String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        files.put(file, after.getBytes(UTF_8));
    }

    private void replaceBytes(String file, byte value) {
        files.get(file)[3] = value;
    }

    /** An archive that is not compressed, so that a single letter can be damaged. */
    private Path stored() throws IOException {
        Path path = folder.resolve("stored.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
            zip.setLevel(0);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return path;
    }
}
