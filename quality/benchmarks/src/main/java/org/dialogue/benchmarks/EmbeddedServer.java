package org.dialogue.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dialogue.embedded.EmbeddedMongo;

/** The embedded MongoDB on a file, in a process of its own that ends with this one. */
final class EmbeddedServer implements AutoCloseable {

    private final Process process;
    private final String uri;

    /**
     * @param data an empty directory
     * @param forced whether to force each write to the medium before it is acknowledged
     */
    EmbeddedServer(Path data, boolean forced) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:MaxRAMPercentage=30",
                "-D%s=%s".formatted(EmbeddedMongo.FORCED, forced)));
        command.addAll(List.of(
                System.getProperty("benchmarks.serverArguments", "").strip().split(" +")));
        command.removeIf(String::isEmpty);
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), EmbeddedServer.class.getName(), data.toString()));
        this.process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        // A flight recording announces itself first.
        this.uri = process.inputReader(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("mongodb:"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The embedded server ended before it had begun"));
    }

    /** Serves; tells the address on standard output, and ends with standard input. */
    public static void main(String[] args) throws IOException {
        try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(Path.of(args[0]), 0)) {
            System.out.println(mongo.connectionString());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    String uri() {
        return uri;
    }

    /** Processor time used so far, in milliseconds. */
    long processorMillis() {
        return process.info().totalCpuDuration().orElseThrow().toMillis();
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
