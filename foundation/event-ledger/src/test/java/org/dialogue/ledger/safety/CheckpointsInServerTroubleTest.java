package org.dialogue.ledger.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.dialogue.ledger.TestEvents.events;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.Patience;
import org.dialogue.ledger.TestMongo;
import org.dialogue.ledger.checkpoint.CheckpointCollection;
import org.dialogue.ledger.checkpoint.CheckpointIssuer;
import org.dialogue.ledger.checkpoint.IssuedCheckpoint;
import org.dialogue.ledger.checkpoint.SigningKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A server that is away for a while: checkpoints wait for it, and none is lost, doubled or contradicted.
 */
class CheckpointsInServerTroubleTest {

    private static final SigningKey KEY = SigningKey.generate("nghe-an/things");

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final EventLedger writer = EventLedger.open(database, "events");
    private final CheckpointCollection checkpoints = new CheckpointCollection(database, "checkpoints");
    private final WireProxy network = new WireProxy();
    private final MongoDatabase far = network.client(false).getDatabase(database.getName());
    private final EventLedger ledger = EventLedger.open(far, "events");
    private final CheckpointIssuer issuer = CheckpointIssuer.builder(
                    ledger, new CheckpointCollection(far, "checkpoints"), KEY)
            .every(Duration.ofMillis(100))
            .build();

    @AfterEach
    void end() {
        issuer.close();
        ledger.close();
        network.close();
        database.drop();
    }

    @Test
    void goesOnByItselfWhenTheServerIsBack() {
        writer.append(events("a", 3));
        issuer.start();
        awaitLatest(3);
        AtomicInteger cut = new AtomicInteger();
        network.decide(request -> {
            cut.incrementAndGet();
            return Fate.Cut.BEFORE_THE_REQUEST;
        });
        writer.append(events("b", 2));
        await().atMost(Patience.LONGEST).until(() -> cut.get() > 5);
        assertThat(checkpoints.latest()).map(IssuedCheckpoint::size).contains(3L);

        network.heal();

        awaitLatest(5);
        assertThat(issuer.refusal()).isEmpty();
    }

    @Test
    void aCheckpointWhoseConfirmationWasLostIsKeptOnceAndBuiltUpon() {
        writer.append(events("a", 3));
        network.decideInserts(request -> Fate.Cut.BEFORE_THE_REPLY);

        // The first insert is that of the key.
        assertThatExceptionOfType(MongoException.class).isThrownBy(issuer::issueIfNews);
        network.heal();
        network.decideInserts(Fate.inTurn(Fate.PASS, Fate.Cut.BEFORE_THE_REPLY));
        assertThatExceptionOfType(MongoException.class).isThrownBy(issuer::issueIfNews);
        network.heal();

        assertThat(issuer.issueIfNews()).isEmpty();
        assertThat(checkpoints.after(0, 10)).extracting(IssuedCheckpoint::size).containsExactly(3L);
        assertThat(checkpoints.keys()).containsExactly(KEY.verifierKey());
        writer.append(events("b", 1));
        assertThat(issuer.issueIfNews()).map(IssuedCheckpoint::size).contains(4L);
    }

    @Test
    void aRepeatedInsertAfterALostConfirmationCountsAsIssued() {
        MongoDatabase patient = network.client(true).getDatabase(database.getName());
        CheckpointIssuer retrying = CheckpointIssuer.builder(
                        EventLedger.open(patient, "events"), new CheckpointCollection(patient, "checkpoints"), KEY)
                .build();
        writer.append(events("a", 3));
        network.decideInserts(Fate.inTurn(Fate.PASS, Fate.Cut.BEFORE_THE_REPLY));

        assertThat(retrying.issueIfNews()).map(IssuedCheckpoint::size).contains(3L);
        assertThat(checkpoints.after(0, 10)).hasSize(1);
    }

    private void awaitLatest(long size) {
        await().atMost(Patience.LONGEST)
                .untilAsserted(() -> assertThat(checkpoints.latest())
                        .map(IssuedCheckpoint::size)
                        .contains(size));
    }
}
