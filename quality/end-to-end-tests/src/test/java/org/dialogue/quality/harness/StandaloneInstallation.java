package org.dialogue.quality.harness;

import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.dialogue.embedded.Ports;
import org.dialogue.standalone.signin.DemoSignIn;

/** A standalone with its data, ports and demo people: everything in one process, the servers too. */
public final class StandaloneInstallation implements AutoCloseable {

    private static final String REALM = "nghe-an";
    private static final String PASSWORD = "tests";
    /** What the standalone prints when the sample is loaded and there is nothing more to come. */
    private static final String READY = "Ready in ";

    private final int mongoPort = Ports.free();
    private final int signInPort = Ports.free();
    private final int dialoguePort = Ports.free();
    private final int answerPort = Ports.free();
    private final int reportingPort = Ports.free();
    private final ServiceProcess process;
    private final DemoSignIn people;
    private int printedInFormerLives;

    /**
     * Describes an installation; {@link #start()} starts it.
     *
     * @param data an empty directory, or one that an earlier start of the same installation has filled
     */
    public StandaloneInstallation(Path data) {
        this.people = new DemoSignIn(URI.create("http://localhost:" + signInPort), PASSWORD);
        List<String> arguments = List.of(
                "--sign-in-port=" + signInPort,
                "--dialogue-port=" + dialoguePort,
                "--answer-port=" + answerPort,
                "--reporting-port=" + reportingPort,
                "--kafka-port=" + Ports.free(),
                "--mongodb-port=" + mongoPort);
        // Blank means none: it is the embedded servers that must survive here.
        Map<String, String> environment = Map.of(
                "DIALOGUE_DATA_DIR",
                data.toString(),
                "DIALOGUE_DEMO_PASSWORD",
                PASSWORD,
                "MONGODB_URI",
                "",
                "KAFKA_BOOTSTRAP_SERVERS",
                "");
        this.process = new ServiceProcess(
                "standalone-" + dialoguePort, ExecutableJars.of("standalone"), dialoguePort, arguments, environment);
    }

    /** Starts it and waits until its dialogue-service takes requests; the sample may still be loading. */
    public void start() {
        printedInFormerLives = process.output().length();
        process.start();
        process.awaitReady();
    }

    /** Waits until this start has loaded the sample. */
    public void awaitLoaded() {
        await("the sample in the standalone")
                .atMost(Patience.START)
                .pollInterval(Duration.ofMillis(200))
                .failFast("the standalone ended", () -> !process.isAlive())
                .until(() -> process.output().substring(printedInFormerLives).contains(READY));
    }

    /** Kills everything with SIGKILL. */
    public void kill() {
        process.kill();
    }

    /** {@return what it has printed, in all its lives} */
    public String output() {
        return process.output();
    }

    /** {@return somebody of the secretariat before dialogue-service} */
    public Rest secretariat() {
        return dialogues("secretariat-clerk");
    }

    /** {@return a demo person before dialogue-service} */
    public Rest dialogues(String person) {
        return rest(dialoguePort, person);
    }

    /** {@return a demo person before answer-service} */
    public Rest answers(String person) {
        return rest(answerPort, person);
    }

    /** {@return a demo person before reporting-service} */
    public Rest reports(String person) {
        return rest(reportingPort, person);
    }

    private Rest rest(int port, String person) {
        return new Rest(URI.create("http://127.0.0.1:" + port), () -> people.token(person));
    }

    /** {@return what is recorded now; the standalone must be running} */
    public Ledgers ledgers() {
        try (MongoClient client = MongoClients.create("mongodb://127.0.0.1:" + mongoPort)) {
            return Ledgers.read(client, REALM);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
