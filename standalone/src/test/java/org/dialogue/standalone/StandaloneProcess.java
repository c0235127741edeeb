package org.dialogue.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.dialogue.embedded.Ports;

/** A standalone in a JVM of its own, on ports and data of its own. */
final class StandaloneProcess implements AutoCloseable {

    private final Process process;
    private final Queue<String> printed = new ConcurrentLinkedQueue<>();
    private final Thread reader;

    private StandaloneProcess(Process process) {
        this.process = process;
        this.reader = new Thread(this::read, "standalone-output");
        reader.start();
    }

    static Map<Listener, Integer> freePorts() {
        Map<Listener, Integer> ports = new EnumMap<>(Listener.class);
        for (Listener listener : Listener.values()) {
            ports.put(listener, Ports.free());
        }
        return ports;
    }

    static StandaloneProcess start(Path data, Map<Listener, Integer> ports, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName()));
        ports.forEach((listener, port) -> command.add(listener.option() + "=" + port));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("DIALOGUE_DATA_DIR", data.toString());
        builder.environment().keySet().removeAll(List.of("MONGODB_URI", "KAFKA_BOOTSTRAP_SERVERS"));
        Process started = builder.start();
        // A test that dies on the way must not leave programs behind.
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        return new StandaloneProcess(started);
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                printed.add(line);
            }
        } catch (IOException e) {
            printed.add("output broke off: " + e);
        }
    }

    /** Waits until everything has started. */
    StandaloneProcess awaitReady() {
        await("the standalone's start")
                .atMost(Duration.ofMinutes(10))
                .until(() -> !isAlive() || printed.stream().anyMatch(line -> line.startsWith("Ready in ")));
        assertThat(isAlive()).as(() -> "it ended: " + printed).isTrue();
        return this;
    }

    List<String> printed() {
        return List.copyOf(printed);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for the process to end by itself; its exit code, with everything printed by then. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            throw new AssertionError("still running: " + printed);
        }
        reader.join();
        return process.exitValue();
    }

    /** SIGKILL. */
    void kill() {
        process.toHandle().destroyForcibly();
        process.onExit().join();
    }

    /** SIGTERM. */
    int terminate() throws InterruptedException {
        process.toHandle().destroy();
        return exitCode();
    }

    @Override
    public void close() {
        kill();
    }
}
