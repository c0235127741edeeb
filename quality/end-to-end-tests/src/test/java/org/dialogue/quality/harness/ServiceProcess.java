package org.dialogue.quality.harness;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * One of the suite's programs in a process of its own, started from its executable jar as an operator would start it.
 * It can be killed and started again on the same port and data. Its output goes to {@code target/processes}.
 *
 * <p>The first process of a program leaves an archive of its loaded classes beside the jar once it is ready, from which later
 * ones start with a third less processor time.
 */
public final class ServiceProcess implements AutoCloseable {

    /** Many processes share the machine: small heaps, and no compilation for a long life they will not have. */
    private static final List<String> JVM_OPTIONS = List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djava.awt.headless=true",
            "-Duser.timezone=UTC");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String name;
    private final URI address;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private final Path classes;
    private @Nullable Process process;

    /**
     * Describes a process; {@link #start()} starts it.
     *
     * @param name what the logs call it, unique in the run
     * @param jar the executable jar
     * @param port the HTTP port it is told to listen on by the arguments
     * @param arguments the program's arguments
     * @param environment variables beside those of the tests' own environment
     */
    public ServiceProcess(String name, Path jar, int port, List<String> arguments, Map<String, String> environment) {
        this.name = name;
        this.address = URI.create("http://127.0.0.1:" + port);
        this.environment = Map.copyOf(environment);
        this.log = Path.of("target", "processes", name + ".log");
        this.classes = jar.resolveSibling("classes.jsa").toAbsolutePath();
        var words = new ArrayList<String>(JVM_OPTIONS);
        words.addAll(List.of("-jar", jar.toString()));
        words.addAll(arguments);
        this.command = List.copyOf(words);
    }

    /** {@return where it listens} */
    public URI address() {
        return address;
    }

    /** {@return what it has printed, in all its lives} */
    public String output() {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the process and returns at once. */
    public void start() {
        if (isAlive()) {
            throw new IllegalStateException(name + " is running already");
        }
        try {
            Files.createDirectories(log.getParent());
            String sharing = Files.exists(classes) ? "-XX:SharedArchiveFile=" + classes : "-XX:+RecordDynamicDumpInfo";
            var words = new ArrayList<>(List.of(jdk("java"), sharing));
            words.addAll(command);
            var builder = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            Process started = builder.start();
            // A test that dies on the way must not leave programs behind.
            Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
            process = started;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + name, e);
        }
    }

    /** Waits until the process says that it is ready for requests; fails at once if it ends instead. */
    public void awaitReady() {
        await(name + " to become ready; see " + log)
                .atMost(Patience.START)
                .pollInterval(Duration.ofMillis(200))
                .failFast(name + " ended instead of becoming ready; see " + log, () -> !isAlive())
                .until(() -> readiness() == 200);
        if (Files.notExists(classes)) {
            archiveClasses();
        }
    }

    private void archiveClasses() {
        Path draft = classes.resolveSibling(name + ".jsa");
        run(jdk("jcmd"), Long.toString(started().pid()), "VM.cds", "dynamic_dump", draft.toString());
        try {
            Files.move(draft, classes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String jdk(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    /**
     * Asks a path that needs no token.
     *
     * @param path such as {@code /actuator/prometheus}
     * @return status and text, or empty when nothing answers
     */
    public Optional<HttpResponse<String>> ask(String path) {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Patience.REQUEST)
                .build();
        try {
            return Optional.of(http.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking " + name, e);
        }
    }

    /** {@return the HTTP status of its readiness, or -1 when nothing answers} */
    public int readiness() {
        return ask("/actuator/health/readiness").map(HttpResponse::statusCode).orElse(-1);
    }

    /** {@return what it says to Prometheus now} */
    public Metrics metrics() {
        return scrape().orElseThrow(() -> new AssertionError(name + " does not answer"));
    }

    private Optional<Metrics> scrape() {
        return ask("/actuator/prometheus").map(response -> new Metrics(response.body()));
    }

    /**
     * Tells how far it has come with what another service publishes.
     *
     * @return whether it has handled or parked that service's events up to the position
     */
    boolean hasHandled(String source, long position) {
        return health("inbox").path("handled").path(source).asLong(0) >= position;
    }

    /** {@return whether no event is parked that will be tried again; what nobody can read stays parked} */
    boolean triesNothingAgain() {
        return scrape().stream()
                .anyMatch(metrics -> metrics.sum("dialogue_dead_letters")
                        .equals(metrics.sum("dialogue_dead_letters", "group=\"unreadable\"")));
    }

    /** {@return whether all its views reflect its own ledger up to the position} */
    boolean showsPosition(long position) {
        JsonNode views = health("views");
        return !views.isEmpty()
                && views.valueStream().allMatch(view -> view.path("position").asLong(-1) >= position);
    }

    /** What it says of one of its parts to whoever watches over it. */
    private JsonNode health(String part) {
        return ask("/actuator/health")
                .map(response -> JSON.readTree(response.body()).at("/components/" + part + "/details"))
                .orElse(MissingNode.getInstance());
    }

    /** {@return whether the process runs} */
    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Kills the process with SIGKILL: it has no time to say goodbye, write or flush. Returns when it is gone. */
    public void kill() {
        if (process == null) {
            return;
        }
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while killing " + name, e);
        }
    }

    /** Stops the process where it stands (SIGSTOP), as a machine does that is overloaded or migrated; nothing is closed. */
    public void suspend() {
        signal("-STOP");
    }

    /** Lets it go on. */
    public void resume() {
        signal("-CONT");
    }

    private void signal(String signal) {
        run("kill", signal, Long.toString(started().pid()));
    }

    private Process started() {
        if (process == null) {
            throw new IllegalStateException(name + " was never started");
        }
        return process;
    }

    private static void run(String... command) {
        try {
            int exit = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException(List.of(command) + " ended with " + exit);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + List.of(command), e);
        }
    }

    /**
     * Waits for the process to end by itself.
     *
     * @return its exit code
     */
    public int awaitExit(Duration patience) {
        Process running = started();
        await(name + " to end").atMost(patience).until(() -> !running.isAlive());
        return running.exitValue();
    }

    @Override
    public void close() {
        kill();
    }

    @Override
    public String toString() {
        return name + " at " + address;
    }
}
