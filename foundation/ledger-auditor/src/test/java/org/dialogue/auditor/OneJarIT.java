package org.dialogue.auditor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is handed out: one jar, in a process of its own. */
class OneJarIT {

    private static final Path JAR = Path.of("target", "ledger-auditor.jar");
    private static final int MANY = 200_000;

    @TempDir
    Path folder;

    @Test
    void saysWhatIsWholeAndWhatIsNot() throws Exception {
        TestExport export = TestExport.whole();
        Path zip = export.writeTo(folder);
        assertThat(run(0, List.of("-Xmx64m"), "--key", TestKey.LEDGER.vkey(), zip.toString()))
                .contains("WHOLE AND UNALTERED");
        assertThat(run(3, List.of(), zip.toString())).contains("NOTHING WRONG, BUT NOT PROVEN");
        assertThat(run(64, List.of(), "--key", "nothing", zip.toString())).contains("There is no file 'nothing'");

        export.at(16).put("payload", "");
        export.writeTo(folder);
        assertThat(run(1, List.of(), "--key", TestKey.LEDGER.vkey(), zip.toString()))
                .contains("between 11 and 20");

        Files.writeString(zip, "no archive");
        assertThat(run(2, List.of(), zip.toString())).contains("NOT READABLE");
    }

    @Test
    void needsNothingButJava() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().map(entry -> entry.getName().replaceFirst("META-INF/versions/[0-9]+/", "")))
                    .filteredOn(name -> name.endsWith(".class"))
                    .allMatch(
                            name -> name.startsWith("org/dialogue/auditor/") || name.startsWith("tools/jackson/core/"));
        }
    }

    @Test
    void verifiesALargeExportInLittleMemory() throws Exception {
        Path zip = folder.resolve("large.zip");
        writeLarge(zip);

        assertThat(run(0, List.of("-Xmx64m"), "--key", TestKey.LEDGER.vkey(), zip.toString()))
                .contains("All 200000 events");
    }

    /** Writes 200,000 events as they are made, more bytes than the program may have memory, and a checkpoint after every 20,000. */
    private static void writeLarge(Path path) throws IOException {
        TestTree tree = new TestTree();
        List<String> checkpoints = new ArrayList<>();
        byte[] payload = new byte[120];
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry("events.ndjson"));
            for (int position = 1; position <= MANY; position++) {
                Map<String, Object> event = TestExport.event(position);
                payload[position % payload.length]++;
                event.put("payload", TestExport.base64(payload));
                write(zip, TestExport.JSON.writeValueAsString(event));
                tree.append(TestTree.leaf(event));
                if (position % 20_000 == 0) {
                    String body = TestKey.ORIGIN + "\n" + position + "\n" + TestExport.base64(tree.root()) + "\n";
                    checkpoints.add(TestExport.JSON.writeValueAsString(
                            TestExport.checkpoint(position, body + "\n" + TestKey.LEDGER.sign(body))));
                }
            }
            zip.putNextEntry(new ZipEntry("checkpoints.ndjson"));
            for (String checkpoint : checkpoints) {
                write(zip, checkpoint);
            }
            zip.putNextEntry(new ZipEntry("keys.txt"));
            write(zip, TestKey.LEDGER.vkey());
            zip.putNextEntry(new ZipEntry("ledger.json"));
            write(
                    zip,
                    TestExport.JSON.writeValueAsString(Map.of(
                            "format",
                            "event-ledger-export",
                            "version",
                            1,
                            "origin",
                            TestKey.ORIGIN,
                            "size",
                            MANY,
                            "root",
                            TestExport.base64(tree.root()),
                            "exportedAt",
                            "2024-01-01T00:00:00Z")));
        }
    }

    private static void write(OutputStream out, String line) throws IOException {
        out.write((line + "\n").getBytes(UTF_8));
    }

    /** Runs the jar, holds it to its exit code, and gives back what it printed. */
    private String run(int code, List<String> options, String... words) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(List.of(words));
        Path printed = folder.resolve("printed.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        String text = Files.readString(printed);
        assertThat(process.exitValue()).as(text).isEqualTo(code);
        return text;
    }
}
