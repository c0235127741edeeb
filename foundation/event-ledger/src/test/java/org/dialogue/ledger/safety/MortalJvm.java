package org.dialogue.ledger.safety;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Other JVMs with the classes of these tests, started in half the time and killed without warning.
 *
 * <p>What makes them fast is an archive of the program's classes, parsed and verified once by a rehearsal that ends by
 * itself. Archives want jars, so class directories are packed first.
 */
final class MortalJvm implements AutoCloseable {

    private static final int SIGKILL = 9;

    private final Path directory;
    private final String program;
    private final List<String> start;
    private final Queue<Process> launched = new ConcurrentLinkedQueue<>();

    private MortalJvm(Path directory, Class<?> program) throws IOException {
        this.directory = directory;
        this.program = program.getName();
        this.start = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                // What the virtual machine has to say, of the archive for one, is no line of the program.
                "-Xlog:disable",
                "-Xlog:all=warning:stderr",
                "-XX:+DisplayVMOutputToStderr",
                "-cp",
                classPathOfJars());
    }

    /**
     * Prepares to run a program.
     *
     * @param directory for everything that is written
     * @param rehearsal arguments with which the program does its work and ends
     */
    static MortalJvm rehearsed(Path directory, Class<?> program, String... rehearsal)
            throws IOException, InterruptedException {
        MortalJvm jvm = new MortalJvm(directory, program);
        Process process = jvm.launch(List.of("-XX:ArchiveClassesAtExit=" + jvm.archive(), "-Xlog:disable"), rehearsal);
        try (var out = process.getInputStream()) {
            out.transferTo(OutputStream.nullOutputStream());
        }
        jvm.expectExit(process, 0);
        return jvm;
    }

    /**
     * Runs the program until some time after its first line of output.
     *
     * @return every line that it wrote before its end
     * @throws IllegalStateException if it ended by itself
     */
    List<String> runAndKill(long microsAfterFirstLine, ScheduledExecutorService timer, String... arguments)
            throws IOException, InterruptedException {
        Process process = launch(List.of("-XX:SharedArchiveFile=" + archive(), "-Xshare:auto"), arguments);
        List<String> lines = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (lines.isEmpty()) {
                    // Through the handle, because Process would close the pipe with what is still in it.
                    timer.schedule(
                            () -> process.toHandle().destroyForcibly(), microsAfterFirstLine, TimeUnit.MICROSECONDS);
                }
                lines.add(line);
            }
        } finally {
            process.destroyForcibly();
        }
        expectExit(process, 128 + SIGKILL);
        return lines;
    }

    /** Ends what a failed test has left running. */
    @Override
    public void close() {
        launched.forEach(Process::destroyForcibly);
    }

    private Process launch(List<String> options, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(start);
        command.addAll(options);
        command.add(program);
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(errors().toFile()))
                .start();
        launched.add(process);
        return process;
    }

    private void expectExit(Process process, int expected) throws IOException, InterruptedException {
        int code = process.waitFor();
        if (code != expected) {
            throw new IllegalStateException("The process ended with %d, not %d. Errors so far: %s"
                    .formatted(code, expected, Files.readString(errors())));
        }
    }

    private Path archive() {
        return directory.resolve("classes.jsa");
    }

    private Path errors() {
        return directory.resolve("errors.txt");
    }

    /** Without a logging system, which would take a third of a short life to start. */
    private String classPathOfJars() throws IOException {
        Path packed = directory.resolve("classes.jar");
        StringBuilder jars = new StringBuilder(packed.toString());
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(packed))) {
            Set<String> names = new HashSet<>();
            String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            for (String entry : all.split(File.pathSeparator)) {
                if (Files.isDirectory(Path.of(entry))) {
                    pack(Path.of(entry), jar, names);
                } else if (!entry.contains("logback")) {
                    jars.append(File.pathSeparatorChar).append(entry);
                }
            }
        }
        return jars.toString();
    }

    private static void pack(Path classes, JarOutputStream jar, Set<String> names) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                if (names.add(name)) {
                    jar.putNextEntry(new JarEntry(name));
                    Files.copy(file, jar);
                }
            }
        }
    }
}
