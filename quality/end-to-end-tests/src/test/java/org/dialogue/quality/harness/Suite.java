package org.dialogue.quality.harness;

import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.dialogue.embedded.Ports;
import org.dialogue.ledger.checkpoint.SigningKey;

/** The three services of one realm, each a process, on the same MongoDB and Kafka. */
public final class Suite implements AutoCloseable {

    private static final String DIALOGUES = "dialogue-service";
    private static final String ANSWERS = "answer-service";

    private final String realm;
    private final Servers servers;
    private final MongoClient mongo;
    private final ServiceProcess dialogues;
    private final ServiceProcess answers;
    private final ServiceProcess reports;

    /**
     * Describes the services of a realm; {@link #start()} starts them.
     *
     * @param name the beginning of the realm's name, lower case with hyphens; the rest makes it unlike any other
     * @param servers where they keep and send their data
     * @param issuer whose tokens they accept
     */
    public Suite(String name, Servers servers, String issuer) {
        this(name, servers, servers, issuer);
    }

    /**
     * Describes the services of a realm, answer-service on a Kafka of its own: somebody has to carry records.
     *
     * @param answersServers where answer-service keeps and sends its data
     */
    public Suite(String name, Servers servers, Servers answersServers, String issuer) {
        this.realm = name + "-" + HexFormat.of().toHexDigits(new SecureRandom().nextInt());
        this.servers = servers;
        this.mongo = MongoClients.create(servers.mongoUri());
        this.dialogues = process(DIALOGUES, servers, issuer, Map.of());
        this.answers = process(ANSWERS, answersServers, issuer, Map.of());
        this.reports = process(
                "reporting-service",
                servers,
                issuer,
                Map.of(
                        "DIALOGUE_SERVICE_URL", dialogues.address().toString(),
                        "ANSWER_SERVICE_URL", answers.address().toString()));
    }

    /** Each signs its history, often enough for tests, with a key that outlives the process. */
    private ServiceProcess process(String module, Servers servers, String issuer, Map<String, String> others) {
        int port = Ports.free();
        Map<String, String> environment = new HashMap<>(others);
        environment.put("MONGODB_URI", servers.mongoUri());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", servers.kafka());
        environment.put("OIDC_ISSUER_URI", issuer);
        environment.put(
                "LEDGER_SIGNING_KEY", SigningKey.generate(origin(module)).toPem());
        return new ServiceProcess(
                realm + "-" + module,
                ExecutableJars.of(module),
                port,
                List.of("--server.port=" + port, "--dialogue.realm=" + realm, "--ledger.checkpoint-every=1s"),
                environment);
    }

    /**
     * What a service's ledger calls itself.
     *
     * @param module the service's name
     * @return the origin that its checkpoints bear
     */
    public String origin(String module) {
        return realm + "/" + module;
    }

    /** Starts those that do not run, and waits until all are ready. */
    public Suite start() {
        all().stream().filter(service -> !service.isAlive()).forEach(ServiceProcess::start);
        all().forEach(ServiceProcess::awaitReady);
        return this;
    }

    /** Kills all three at once with SIGKILL. */
    public void kill() {
        all().parallelStream().forEach(ServiceProcess::kill);
    }

    /** {@return what is recorded now} */
    public Ledgers ledgers() {
        return Ledgers.read(mongo, realm);
    }

    /** {@return how many events the two services that record have recorded} */
    public long recorded() {
        return recordedByDialogues() + recordedByAnswers();
    }

    private long recordedByDialogues() {
        return StoredLedger.count(mongo, realm, "dialogue");
    }

    private long recordedByAnswers() {
        return StoredLedger.count(mongo, realm, "answer");
    }

    /**
     * Waits until everything that was recorded has come to everybody whom it concerns and is in the reports, so that
     * nothing more follows from it.
     *
     * @return what is recorded then
     */
    public Ledgers awaitQuiet() {
        await(realm + " to become quiet")
                .atMost(Patience.NEWS.multipliedBy(2))
                .pollInterval(Duration.ofMillis(200))
                .until(this::isQuiet);
        return ledgers();
    }

    /**
     * A service counts an event as handled once it has recorded what follows from it. So nothing is under way if those who
     * listen have handled all there was, and there is no more after they were asked than before.
     */
    private boolean isQuiet() {
        long byDialogues = recordedByDialogues();
        long byAnswers = recordedByAnswers();
        return answers.hasHandled(DIALOGUES, byDialogues)
                && dialogues.hasHandled(ANSWERS, byAnswers)
                && reports.hasHandled(DIALOGUES, byDialogues)
                && reports.hasHandled(ANSWERS, byAnswers)
                && all().stream().allMatch(ServiceProcess::triesNothingAgain)
                && reports.showsPosition(StoredLedger.count(mongo, realm, "reporting"))
                && byDialogues == recordedByDialogues()
                && byAnswers == recordedByAnswers();
    }

    /** {@return the realm's name} */
    public String realm() {
        return realm;
    }

    /** {@return where it keeps its data} */
    public Servers servers() {
        return servers;
    }

    /** {@return dialogue-service} */
    public ServiceProcess dialogues() {
        return dialogues;
    }

    /** {@return answer-service} */
    public ServiceProcess answers() {
        return answers;
    }

    /** {@return reporting-service} */
    public ServiceProcess reports() {
        return reports;
    }

    /** {@return the three services} */
    public List<ServiceProcess> all() {
        return List.of(dialogues, answers, reports);
    }

    @Override
    public void close() {
        kill();
        mongo.close();
    }
}
