package org.dialogue.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.dialogue.embedded.EmbeddedKafka;
import org.dialogue.embedded.EmbeddedMongo;
import org.dialogue.embedded.PortTaken;
import org.dialogue.embedded.Ports;
import org.dialogue.standalone.signin.DemoPeople;
import org.dialogue.standalone.signin.DemoSignIn;
import org.dialogue.standalone.signin.SignInSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** All parts in one process. They start side by side where they can and stop in the reverse order. */
final class Standalone implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Standalone.class);

    /** Relative to the project's root, from where {@code ./demo} starts this. */
    private static final Path AUDITOR = Path.of("foundation", "ledger-auditor", "target", "ledger-auditor.jar");

    private final Options options;
    private final Surroundings surroundings;
    private final DataDirectory data;
    private final Addresses addresses;
    private final Contexts contexts;
    private final PrintStream out;
    private final Progress progress;

    private volatile boolean ready;

    /** What has started, the last one first. */
    private final Deque<AutoCloseable> started = new ConcurrentLinkedDeque<>();

    Standalone(Options options, Surroundings surroundings, DataDirectory data, PrintStream out) {
        this.options = options;
        this.surroundings = surroundings;
        this.data = data;
        this.addresses = Addresses.of(options);
        this.contexts = new Contexts(options, addresses);
        this.out = out;
        this.progress = new Progress(out);
    }

    /**
     * Starts everything, and returns when it is ready to be used.
     *
     * @throws CannotStart if a part does not start
     */
    void start() {
        NeededPorts.requireFree(options, surroundings);
        // Threads made here inherit this thread's class loader, which knows the jars inside the executable one.
        ExecutorService starters = Executors.newCachedThreadPool();
        try {
            startServers(starters);
        } finally {
            starters.shutdown();
        }
    }

    private void startServers(ExecutorService starters) {
        Future<String> kafka = starters.submit(this::kafka);
        Future<String> mongodb = starters.submit(this::mongodb);
        Future<SignInSettings> signIn = starters.submit(this::signIn);
        String kafkaBootstrapServers = outcome(Listener.KAFKA.title(), kafka);
        String mongodbUri = outcome(Listener.MONGODB.title(), mongodb);
        boolean keysAreNew = !Files.exists(data.keys());
        // The sign-in server is not asked before the first token arrives.
        List<Future<ConfigurableApplicationContext>> services =
                options.serversOnly() ? List.of() : startServices(starters, mongodbUri, kafkaBootstrapServers);
        SignInSettings settings = outcome(Listener.SIGN_IN.title(), signIn);
        data.publish(addresses.signIn());
        progress.say("  Demo people sign in with the password \"%s\", the same for all and public: for evaluation only."
                .formatted(settings.password()));
        if (!options.serversOnly()) {
            for (Service service : Service.values()) {
                outcome(service.title(), services.get(service.ordinal()));
            }
            if (keysAreNew) {
                progress.say("  Made new keys that sign history, in %s: back them up before you rely on it."
                        .formatted(data.keys()));
            }
            loadSamples(settings);
            progress.say("Signed checkpoints of all that is recorded: %s, likewise on ports %d and %d."
                    .formatted(
                            addresses.dialogue().resolve("/api/ledger/checkpoints/latest"),
                            options.port(Listener.ANSWER),
                            options.port(Listener.REPORTING)));
            showHowToAudit();
        }
        ready = true;
        progress.ready("Ctrl-C stops everything; the data stay in %s.".formatted(surroundings.dataDirectory()));
    }

    /** Only where {@code ./demo} has built the auditor: as in the README, with the ports of this start. */
    private void showHowToAudit() {
        if (Files.exists(AUDITOR)) {
            progress.say("""
                    Be the auditor, in another terminal:
                      curl -H "Authorization: Bearer $(./demo --token=auditor)" -o target/history.zip %1$s/export
                      java -jar %2$s --key "$(curl -s %1$s/keys)" target/history.zip""".formatted(addresses.dialogue().resolve("/api/ledger"), AUDITOR));
        }
    }

    private List<Future<ConfigurableApplicationContext>> startServices(
            ExecutorService starters, String mongodbUri, String kafkaBootstrapServers) {
        return Arrays.stream(Service.values())
                .map(service -> starters.submit(() -> service(service, mongodbUri, kafkaBootstrapServers)))
                .toList();
    }

    private void loadSamples(SignInSettings settings) {
        var signIn = new DemoSignIn(addresses.signIn(), settings.password());
        DemoPeople people = DemoPeople.load(settings.peopleOf010());
        try {
            for (Sample sample : ServiceLoader.load(Sample.class)) {
                sample.load(addresses, people, signIn, out);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The start was interrupted.", e);
        }
    }

    private String kafka() {
        return surroundings
                .kafkaBootstrapServers()
                .map(servers -> progress.step("Kafka", "the one at " + servers, () -> servers))
                .orElseGet(() -> progress.step(
                        "Kafka",
                        "127.0.0.1:" + options.port(Listener.KAFKA),
                        () -> closing(EmbeddedKafka.start(data.kafka(), options.port(Listener.KAFKA)))
                                .bootstrapServers()));
    }

    private String mongodb() {
        return surroundings
                .mongodbUri()
                .map(uri -> progress.step("MongoDB", "the one that MONGODB_URI names", () -> uri))
                .orElseGet(() -> progress.step(
                        "MongoDB",
                        "127.0.0.1:" + options.port(Listener.MONGODB),
                        () -> closing(EmbeddedMongo.onDisk(data.mongodb(), options.port(Listener.MONGODB)))
                                .connectionString()));
    }

    private SignInSettings signIn() {
        return progress.step(
                Listener.SIGN_IN.title(),
                addresses.signIn().toString(),
                () -> closing(contexts.signIn(data)).getBean(SignInSettings.class));
    }

    private ConfigurableApplicationContext service(Service service, String mongodbUri, String kafkaBootstrapServers) {
        return progress.step(
                service.title(),
                "http://localhost:" + options.port(service.listener()),
                () -> closing(contexts.service(
                        service, data, mongodbUri, surroundings.mongodbUri().isEmpty(), kafkaBootstrapServers)));
    }

    private <T extends AutoCloseable> T closing(T part) {
        started.push(part);
        return part;
    }

    private <T> T outcome(String part, Future<T> start) {
        try {
            return start.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The start was interrupted.", e);
        } catch (ExecutionException e) {
            LOG.error("The {} did not start", part, e);
            throw new CannotStart(
                    "The %s did not start: %s (all of it: %s)".formatted(part, rootMessage(e), data.log()), e);
        }
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        boolean speaks = root instanceof RuntimeException || root instanceof IOException;
        return speaks && root.getMessage() != null ? root.getMessage() : root.toString();
    }

    /** Stops what has started, each part after those that use it. */
    @Override
    public void close() {
        if (ready) {
            progress.say("Stopping ...");
        }
        for (AutoCloseable part = started.poll(); part != null; part = started.poll()) {
            try {
                part.close();
            } catch (Exception e) {
                // The other parts have to be stopped all the same.
                LOG.error("{} did not stop in order", part, e);
            }
        }
    }

    /** Prints one line for each step of the start once it is done, with the time that it took. */
    private static final class Progress {

        private final PrintStream out;
        private final long begun = System.nanoTime();

        Progress(PrintStream out) {
            this.out = out;
        }

        /** Does the step and prints its name, what came of it, and its time. */
        <T> T step(String name, String outcome, Supplier<T> work) {
            long stepBegun = System.nanoTime();
            T result = work.get();
            out.println(String.format(Locale.ROOT, "  %-18s %-44s %5.1f s", name, outcome, secondsSince(stepBegun)));
            return result;
        }

        void say(String line) {
            out.println(line);
        }

        /** The last line of a start that succeeded. */
        void ready(String then) {
            out.println(String.format(Locale.ROOT, "Ready in %.1f s. %s", secondsSince(begun), then));
        }

        private static double secondsSince(long moment) {
            return Duration.ofNanos(System.nanoTime() - moment).toMillis() / 1000.0;
        }
    }

    /** Looks at the ports before anything starts, so that a taken one is named with the way out. */
    private static final class NeededPorts {

        private NeededPorts() {}

        /** @throws CannotStart if one of them is taken */
        static void requireFree(Options options, Surroundings surroundings) {
            for (Listener listener : Listener.values()) {
                if (isNeeded(listener, options, surroundings)) {
                    requireFree(listener, options.port(listener));
                }
            }
        }

        private static boolean isNeeded(Listener listener, Options options, Surroundings surroundings) {
            return switch (listener) {
                case SIGN_IN -> true;
                case DIALOGUE, ANSWER, REPORTING -> !options.serversOnly();
                case KAFKA -> surroundings.kafkaBootstrapServers().isEmpty();
                case MONGODB -> surroundings.mongodbUri().isEmpty();
            };
        }

        private static void requireFree(Listener listener, int port) {
            try {
                Ports.requireFree(port, listener.title());
            } catch (PortTaken e) {
                throw new CannotStart(
                        "Port %d, which the %s needs, is taken: stop the program that listens there, or choose another with ./demo %s=%d"
                                .formatted(port, listener.title(), listener.option(), port + 10_000),
                        e);
            }
        }
    }
}
