package org.dialogue.ledger.spring;

import static java.util.concurrent.TimeUnit.MICROSECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dialogue.embedded.TestServers;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.Patience;
import org.dialogue.ledger.SequenceConflictException;
import org.dialogue.ledger.TestEvents;
import org.dialogue.ledger.TestMongo;
import org.dialogue.ledger.checkpoint.Checkpoint;
import org.dialogue.ledger.checkpoint.CheckpointCollection;
import org.dialogue.ledger.checkpoint.CheckpointIssuer;
import org.dialogue.ledger.checkpoint.IssuedCheckpoint;
import org.dialogue.ledger.checkpoint.SignedNote;
import org.dialogue.ledger.checkpoint.SigningKey;
import org.dialogue.ledger.tree.TreeHead;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What each setting does, without an application around it. */
class LedgerSettingsTest {

    private static final String ORIGIN = "example.org/things";

    @TempDir
    private Path directory;

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final MeterRegistry meters = new SimpleMeterRegistry();

    private final ApplicationContextRunner unnamed = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    MongoAutoConfiguration.class,
                    LedgerAutoConfiguration.class,
                    CheckpointAutoConfiguration.class,
                    CheckpointHealthAutoConfiguration.class,
                    LedgerMetersAutoConfiguration.class))
            .withPropertyValues(
                    "spring.mongodb.uri=" + TestServers.mongoUri(), "ledger.database=" + database.getName());
    private final ApplicationContextRunner application = unnamed.withPropertyValues("ledger.origin=" + ORIGIN);

    @AfterEach
    void drop() {
        database.drop();
    }

    @Test
    void anOriginIsAskedFor() {
        unnamed.run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessageStartingWith("Set ledger.origin to a name for this ledger"));
    }

    @Test
    void allOfItCanBeLeftOut() {
        unnamed.withPropertyValues("ledger.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(EventLedger.class));
    }

    @Test
    void anApplicationsOwnBeansTakeTheirPlace() {
        EventLedger own = EventLedger.open(database, "own");
        MongoDatabase elsewhere = TestMongo.freshDatabase();

        application
                .withBean(EventLedger.class, () -> own)
                .withBean(LedgerDatabase.class, () -> new LedgerDatabase(elsewhere))
                .run(context -> {
                    assertThat(context.getBean(EventLedger.class)).isSameAs(own);
                    assertThat(context.getBean(LedgerDatabase.class).database()).isSameAs(elsewhere);
                });
    }

    @Test
    void theDatabaseIsTheSetOneOrTheApplicationsOwnOrTheOneInTheAddress() {
        ApplicationContextRunner unset =
                application.withPropertyValues("ledger.database=", "spring.mongodb.database=named");

        application.run(context ->
                assertThat(databaseOf(context.getBean(LedgerDatabase.class))).isEqualTo(database.getName()));
        unset.withBean(MongoDatabase.class, () -> database)
                .run(context -> assertThat(databaseOf(context.getBean(LedgerDatabase.class)))
                        .isEqualTo(database.getName()));
    }

    @Test
    void checkpointsAreIssuedEveryMinuteAndEveryThousandEventsByDefault() {
        application.run(context -> {
            LedgerProperties settings = context.getBean(LedgerProperties.class);
            assertThat(settings.checkpointEvery()).isEqualTo(Duration.ofMinutes(1));
            assertThat(settings.checkpointEveryEvents()).isEqualTo(1_000);
        });
    }

    @Test
    void aKeyInTheSettingsSignsCheckpoints() {
        SigningKey key = SigningKey.generate(ORIGIN);

        application
                .withPropertyValues("ledger.signing-key=" + key.toPem(), "ledger.checkpoint-every-events=2")
                .run(context -> {
                    context.getBean(EventLedger.class).append(TestEvents.events("t1", 2));

                    CheckpointCollection checkpoints = context.getBean(CheckpointCollection.class);
                    await().atMost(Patience.LONGEST)
                            .untilAsserted(
                                    () -> assertThat(checkpoints.latest()).isPresent());
                    IssuedCheckpoint issued = checkpoints.latest().orElseThrow();
                    assertThat(issued.size()).isEqualTo(2);
                    assertThat(issued.checkpoint().origin()).isEqualTo(ORIGIN);
                    assertThat(key.verifierKey().verifies(issued.note())).isTrue();
                });
    }

    @Test
    void aKeyFileIsReadAndOnlyMadeOnRequest() throws IOException {
        Path file = directory.resolve("keys").resolve("ledger.pem");
        ApplicationContextRunner withFile = application.withPropertyValues("ledger.signing-key-file=" + file);

        withFile.run(context -> assertThat(context).hasFailed());
        assertThat(file).doesNotExist();

        withFile.withPropertyValues("ledger.create-key-file=true")
                .run(context -> assertThat(context).hasSingleBean(CheckpointIssuer.class));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        withFile.run(context -> assertThat(context).hasSingleBean(CheckpointIssuer.class));
    }

    @Test
    void aKeySetToNothingIsNoKeyAndTwoAreTooMany() {
        application
                .withPropertyValues("ledger.signing-key=", "ledger.signing-key-file=")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(CheckpointIssuer.class));
        application
                .withPropertyValues("ledger.signing-key=one", "ledger.signing-key-file=two")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("Both ledger.signing-key and ledger.signing-key-file are set"));
    }

    @Test
    void formerKeysAreBelievedAndHandedOut() {
        SigningKey former = SigningKey.generate(ORIGIN);
        SigningKey present = SigningKey.generate(ORIGIN);
        EventLedger ledger = EventLedger.open(database, "events");
        ledger.append(TestEvents.events("t1", 1));
        keep(ledger.treeHead(), former);
        ledger.append(TestEvents.events("t2", 1));
        ApplicationContextRunner rotated = application.withPropertyValues("ledger.signing-key=" + present.toPem());

        rotated.withPropertyValues("ledger.former-keys[0]="
                        + SigningKey.generate(ORIGIN).verifierKey().text())
                .run(context -> {
                    CheckpointIssuer issuer = context.getBean(CheckpointIssuer.class);
                    issuer.issueIfNews();
                    assertThat(issuer.refusal())
                            .hasValueSatisfying(why -> assertThat(why).startsWith("No known key signed"));
                });
        rotated.withPropertyValues(
                        "ledger.former-keys[0]=" + former.verifierKey().text())
                .run(context -> {
                    context.getBean(CheckpointIssuer.class).issueIfNews();
                    CheckpointCollection checkpoints = context.getBean(CheckpointCollection.class);
                    assertThat(checkpoints.ofSize(2)).isPresent();
                    assertThat(checkpoints.keys()).contains(former.verifierKey(), present.verifierKey());
                });
    }

    @Test
    void healthAndMetersTellHowFarHistoryIsSigned() {
        SigningKey key = SigningKey.generate(ORIGIN);
        application.withPropertyValues("ledger.signing-key=" + key.toPem()).run(context -> {
            context.getBean(LedgerMeters.class).bindTo(meters);
            context.getBean(EventLedger.class).append(TestEvents.events("t1", 3));
            context.getBean(CheckpointIssuer.class).issueIfNews();

            assertThat(health(context.getBean(HealthIndicator.class)).getStatus())
                    .isEqualTo(Status.UP);
            assertThat(health(context.getBean(HealthIndicator.class)).getDetails())
                    .containsEntry("size", 3L)
                    .containsEntry("origin", ORIGIN);
            assertThat(gauge("ledger.head")).isEqualTo(3);
            assertThat(gauge("ledger.checkpoint.size")).isEqualTo(3);
            assertThat(gauge("ledger.checkpoint.age")).isBetween(0.0, 60.0);
            assertThat(gauge("ledger.checkpoint.refused")).isZero();
        });
    }

    @Test
    void metersTellHowAppendsGo() {
        application.run(context -> {
            context.getBean(LedgerMeters.class).bindTo(meters);
            EventLedger ledger = context.getBean(EventLedger.class);
            ledger.append(TestEvents.events("t1", 3));
            assertThatThrownBy(() -> ledger.append(TestEvents.events("t1", 1)))
                    .isInstanceOf(SequenceConflictException.class);

            assertThat(appends("recorded")).isOne();
            assertThat(appends("conflict")).isOne();
            assertThat(appends("failed")).isZero();
            assertThat(meters.get("ledger.append")
                            .tag("outcome", "recorded")
                            .timer()
                            .totalTime(MICROSECONDS))
                    .isPositive();
            assertThat(meters.get("ledger.insert.events").summary().max()).isEqualTo(3);
        });
    }

    @Test
    void healthAndMetersTellWhenHistoryIsNotWhatWasSigned() {
        SigningKey key = SigningKey.generate(ORIGIN);
        keep(new TreeHead(7, new byte[32]), key);
        application.withPropertyValues("ledger.signing-key=" + key.toPem()).run(context -> {
            context.getBean(LedgerMeters.class).bindTo(meters);
            context.getBean(CheckpointIssuer.class).issueIfNews();

            Health health = health(context.getBean(HealthIndicator.class));
            assertThat(health.getStatus()).isEqualTo(Status.DOWN);
            assertThat(health.getDetails().get("refusal")).asString().contains("The ledger shrank");
            assertThat(gauge("ledger.checkpoint.refused")).isEqualTo(1);
        });
    }

    private void keep(TreeHead tree, SigningKey key) {
        Checkpoint checkpoint = new Checkpoint(ORIGIN, tree);
        SignedNote note = new SignedNote(checkpoint.body(), List.of(key.sign(checkpoint.body())));
        new CheckpointCollection(database, "checkpoints").keep(new IssuedCheckpoint(checkpoint, note, Instant.EPOCH));
    }

    private static Health health(HealthIndicator indicator) {
        Health health = indicator.health();
        assertThat(health).isNotNull();
        return health;
    }

    private long appends(String outcome) {
        return meters.get("ledger.append").tag("outcome", outcome).timer().count();
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    private static String databaseOf(LedgerDatabase ledgerDatabase) {
        return ledgerDatabase.database().getName();
    }
}
