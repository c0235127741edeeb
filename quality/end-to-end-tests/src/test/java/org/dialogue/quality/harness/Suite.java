package org.dialogue.quality.harness;

import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bson.Document;
import org.dialogue.embedded.Ports;
import org.dialogue.ledger.checkpoint.SigningKey;

/** The three services of one realm, each a process, on the same MongoDB and Kafka. */
public final class Suite implements AutoCloseable {

    private static final String DIALOGUES = "dialogue-service";
    private static final String ANSWERS = "answer-service";
    private static final String REPORTS = "reporting-service";

    private final String realm;
    private final Servers servers;
    private final Servers answersServers;
    private final MongoClient mongo;
    private final ServiceProcess dialogues;
    private final ServiceProcess answers;
    private final ServiceProcess reports;
    private final Map<String, String> keys = new HashMap<>();
    private final List<ServiceProcess> twins = new ArrayList<>();
    private final String issuer;

    /**
     * Describes the services of a realm; {@link #start()} starts them.
     *
     * @param name the beginning of the realm's name, lower case with hyphens; the rest makes it unlike any other
     * @param servers where they keep and send their data
     * @param issuer whose tokens they accept
     */
    public Suite(String name, Servers servers, String issuer) {
        this(name, servers, servers, issuer, Map.of());
    }

    /**
     * Describes the services of a realm with settings of their own.
     *
     * @param settings variables of the environment of dialogue-service and answer-service
     */
    public Suite(String name, Servers servers, String issuer, Map<String, String> settings) {
        this(name, servers, servers, issuer, settings);
    }

    /**
     * Describes the services of a realm, answer-service on a Kafka of its own: somebody has to carry records.
     *
     * @param answersServers where answer-service keeps and sends its data
     */
    public Suite(String name, Servers servers, Servers answersServers, String issuer) {
        this(name, servers, answersServers, issuer, Map.of());
    }

    private Suite(String name, Servers servers, Servers answersServers, String issuer, Map<String, String> settings) {
        this.realm = name + "-" + HexFormat.of().toHexDigits(new SecureRandom().nextInt());
        this.servers = servers;
        this.answersServers = answersServers;
        this.mongo = MongoClients.create(servers.mongoUri());
        this.issuer = issuer;
        this.dialogues = process(DIALOGUES, "", settings);
        this.answers = process(ANSWERS, "", settings);
        this.reports = process(REPORTS, "", publishers());
    }

    private Map<String, String> publishers() {
        return Map.of(
                "DIALOGUE_SERVICE_URL", dialogues.address().toString(),
                "ANSWER_SERVICE_URL", answers.address().toString());
    }

    /** Starts a second instance of each service, and waits until they are ready. */
    public Suite startTwins() {
        twins.add(process(DIALOGUES, "-2", Map.of()));
        twins.add(process(ANSWERS, "-2", Map.of()));
        twins.add(process(REPORTS, "-2", publishers()));
        twins.forEach(ServiceProcess::start);
        twins.forEach(ServiceProcess::awaitReady);
        return this;
    }

    /** {@return the second instances of dialogue-, answer- and reporting-service, if they were started} */
    public List<ServiceProcess> twins() {
        return List.copyOf(twins);
    }

    /** Each signs its history, often enough for tests, with a key that outlives the process. */
    private ServiceProcess process(String module, String instance, Map<String, String> others) {
        int port = Ports.free();
        Map<String, String> environment = new HashMap<>(others);
        environment.put("MONGODB_URI", servers.mongoUri());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", (module.equals(ANSWERS) ? answersServers : servers).kafka());
        environment.put("OIDC_ISSUER_URI", issuer);
        environment.put(
                "LEDGER_SIGNING_KEY",
                keys.computeIfAbsent(
                        module, name -> SigningKey.generate(origin(name)).toPem()));
        return new ServiceProcess(
                realm + "-" + module + instance,
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
        Stream.concat(all().stream(), twins.stream()).parallel().forEach(ServiceProcess::kill);
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
        return hasHandled(1, DIALOGUES, byDialogues)
                && hasHandled(0, ANSWERS, byAnswers)
                && hasHandled(2, DIALOGUES, byDialogues)
                && hasHandled(2, ANSWERS, byAnswers)
                && all().stream().allMatch(ServiceProcess::triesNothingAgain)
                && instances(2).allMatch(each -> each.showsPosition(StoredLedger.count(mongo, realm, "reporting")))
                && byDialogues == recordedByDialogues()
                && byAnswers == recordedByAnswers();
    }

    /** Of two instances one reads; the other is told nothing. */
    private boolean hasHandled(int service, String source, long position) {
        return instances(service).anyMatch(each -> each.hasHandled(source, position));
    }

    private Stream<ServiceProcess> instances(int service) {
        return Stream.concat(
                Stream.of(all().get(service)), twins.stream().skip(service).limit(1));
    }

    /** {@return the documents of a collection of one of its services, by id} */
    public Map<String, Document> documents(String service, String collection) {
        Map<String, Document> documents = new TreeMap<>();
        mongo.getDatabase((realm + "_" + service).replace('-', '_'))
                .getCollection(collection)
                .find()
                .forEach(document -> documents.put(document.getString("_id"), document));
        return documents;
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

    /** {@return the name of one of the services, such as {@code dialogue-service}} */
    public String nameOf(ServiceProcess service) {
        return service == dialogues ? DIALOGUES : service == answers ? ANSWERS : "reporting-service";
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
