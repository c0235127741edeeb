package org.dialogue.ledger.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.dialogue.ledger.TestEvents.events;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.bson.Document;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.Patience;
import org.dialogue.ledger.SteppedClock;
import org.dialogue.ledger.TestMongo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IssuingByItselfTest {

    private static final Instant NOON = Instant.parse("2023-07-12T12:00:00Z");
    private static final SigningKey KEY = SigningKey.generate("nghe-an/things");

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final SteppedClock clock = new SteppedClock(NOON);
    private final EventLedger ledger = EventLedger.open(database, "events");
    private final CheckpointCollection checkpoints = new CheckpointCollection(database, "checkpoints");
    private final List<CheckpointIssuer> started = new CopyOnWriteArrayList<>();

    @AfterEach
    void end() {
        started.forEach(CheckpointIssuer::close);
        ledger.close();
        database.drop();
    }

    @Test
    void whatIsThereAtTheStartIsSigned() {
        ledger.append(events("a", 3));
        start(Duration.ofHours(1), 1_000);

        awaitLatest(3);
    }

    @Test
    void anAppendWakesItOnceACheckpointIsDue() {
        ledger.append(events("a", 3));
        start(Duration.ofHours(1), 1_000);
        awaitLatest(3);

        clock.move(Duration.ofHours(1));
        ledger.append(events("b", 1));

        awaitLatest(4);
    }

    @Test
    void enoughEventsMakeACheckpointDueBeforeItsTime() {
        ledger.append(events("a", 3));
        start(Duration.ofHours(1), 10);
        awaitLatest(3);

        ledger.append(events("b", 9));
        ledger.append(events("c", 1));

        awaitLatest(13);
        assertThat(checkpoints.after(3, 10)).extracting(IssuedCheckpoint::size).containsExactly(13L);
    }

    @Test
    void whatOtherProcessesAppendIsSignedInTimeWithoutABell() {
        ledger.append(events("a", 3));
        start(Duration.ofMillis(200), 1_000);
        awaitLatest(3);

        EventLedger.open(database, "events").append(events("b", 2));
        clock.move(Duration.ofSeconds(1));

        awaitLatest(5);
    }

    @Test
    void instancesDoNotSignMoreOftenTogetherThanOneAlone() {
        ledger.append(events("a", 3));
        start(Duration.ofHours(1), 1_000);
        start(Duration.ofHours(1), 1_000);
        awaitLatest(3);

        clock.move(Duration.ofHours(1));
        ledger.append(events("b", 1));

        await().during(Duration.ofMillis(400))
                .until(() -> checkpoints.after(3, 10).size() == 1);
    }

    @Test
    void goesOnByItselfAfterARefusal() {
        ledger.append(events("a", 3));
        CheckpointIssuer issuer = start(Duration.ofMillis(50), 1_000);
        awaitLatest(3);
        var commits = database.getCollection("events");
        var first = commits.find().first();
        assertThat(first).isNotNull();
        commits.deleteMany(new Document());
        clock.move(Duration.ofSeconds(1));
        await().until(() -> issuer.refusal().isPresent());

        commits.insertOne(first);
        await().until(() -> issuer.refusal().isEmpty());
        ledger.append(events("b", 1));
        awaitLatest(4);
    }

    @Test
    void refusesAndGoesOnWhenTheEndOfHistoryCannotBeReadForAWhile() {
        ledger.append(events("a", 3));
        CheckpointIssuer issuer = start(Duration.ofMillis(50), 1_000);
        awaitLatest(3);
        var commits = database.getCollection("events");
        commits.insertOne(new Document("_id", 4L).append("treeSize", "four"));
        await().until(() -> issuer.refusal().isPresent());

        commits.deleteOne(new Document("_id", 4L));
        clock.move(Duration.ofSeconds(1));
        await().until(() -> issuer.refusal().isEmpty());
    }

    @Test
    void aClosedIssuerSignsNoMoreAndStartsNoMore() {
        CheckpointIssuer issuer = start(Duration.ofMillis(20), 1);
        ledger.append(events("a", 1));
        awaitLatest(1);

        issuer.close();
        issuer.close();

        ledger.append(events("b", 1));
        assertThat(threads()).isEmpty();
        assertThat(checkpoints.latest()).map(IssuedCheckpoint::size).contains(1L);
        assertThatIllegalStateException().isThrownBy(issuer::start);
    }

    @Test
    void startsOnce() {
        CheckpointIssuer issuer = start(Duration.ofHours(1), 1);

        assertThatIllegalStateException().isThrownBy(issuer::start);
    }

    @Test
    void aListenerMayCloseTheIssuer() throws InterruptedException {
        AtomicReference<Optional<CheckpointIssuer>> closing = new AtomicReference<>(Optional.empty());
        CountDownLatch closed = new CountDownLatch(1);
        CheckpointIssuer issuer = start(Duration.ofHours(1), 1);
        issuer.onIssued(checkpoint -> {
            closing.get().orElseThrow().close();
            closed.countDown();
        });
        closing.set(Optional.of(issuer));
        ledger.append(events("a", 1));

        assertThat(closed.await(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
        await().until(() -> threads().isEmpty());
    }

    @Test
    void anErrorOfAListenerDoesNotEndTheIssuing() {
        CheckpointIssuer issuer = start(Duration.ofHours(1), 1);
        issuer.onIssued(checkpoint -> {
            throw new AssertionError("A listener that fails on purpose");
        });
        ledger.append(events("a", 1));
        awaitLatest(1);

        ledger.append(events("b", 1));
        awaitLatest(2);
    }

    private CheckpointIssuer start(Duration every, long everyEvents) {
        CheckpointIssuer issuer = CheckpointIssuer.builder(ledger, checkpoints, KEY)
                .every(every)
                .everyEvents(everyEvents)
                .clock(clock)
                .build();
        started.add(issuer);
        issuer.start();
        return issuer;
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Patience.LONGEST);
    }

    private void awaitLatest(long size) {
        await().untilAsserted(() ->
                assertThat(checkpoints.latest()).map(IssuedCheckpoint::size).contains(size));
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("checkpoints of nghe-an/things"))
                .toList();
    }
}
