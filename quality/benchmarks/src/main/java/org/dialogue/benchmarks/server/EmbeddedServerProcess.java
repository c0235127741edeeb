package org.dialogue.benchmarks.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dialogue.benchmarks.measure.ResidentMemory;
import org.dialogue.embedded.EmbeddedMongo;

/** Runs {@link EmbeddedServerMain} until it is closed, or until this process ends. */
final class EmbeddedServerProcess implements AutoCloseable {

    private static final String HEAP = "-XX:MaxRAMPercentage=50";
    private static final int SECONDS_TO_STOP = 30;

    private final Process process;
    private final Path data;
    private final String connectionString;

    private EmbeddedServerProcess(Process process, Path data, String connectionString) {
        this.process = process;
        this.data = data;
        this.connectionString = connectionString;
    }

    /**
     * @param inMemory whether to keep nothing on disk
     * @param forced whether to force each write to the medium before it is acknowledged
     */
    static EmbeddedServerProcess start(boolean inMemory, boolean forced) {
        try {
            Path data = Files.createTempDirectory("benchmarks-mongo-");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            HEAP,
                            "-D%s=%s".formatted(EmbeddedMongo.FORCED, forced),
                            "-cp",
                            System.getProperty("java.class.path"),
                            EmbeddedServerMain.class.getName(),
                            inMemory ? EmbeddedServerMain.IN_MEMORY : data.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
            String connectionString = output.readLine();
            if (connectionString == null) {
                throw new IllegalStateException("The embedded server ended before it had begun");
            }
            return new EmbeddedServerProcess(process, data, connectionString);
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded server cannot be started", e);
        }
    }

    String connectionString() {
        return connectionString;
    }

    long peakResidentBytes() {
        return ResidentMemory.peakOf(process.pid());
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Data of the embedded server are left in " + data, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
