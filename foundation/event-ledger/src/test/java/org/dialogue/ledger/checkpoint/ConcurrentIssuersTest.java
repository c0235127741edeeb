package org.dialogue.ledger.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.ledger.TestEvents.events;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.Patience;
import org.dialogue.ledger.TestMongo;
import org.junit.jupiter.api.Test;

/**
 * Four processes issue for one ledger while it grows: none takes another's checkpoint for a contradiction.
 */
class ConcurrentIssuersTest {

    private static final int INSTANCES = 4;
    private static final int COMMITS = 150;
    private static final SigningKey KEY = SigningKey.generate("nghe-an/things");

    @Test
    void issuersAtOnceKeepOneChainOfCheckpoints() throws InterruptedException, ExecutionException {
        MongoDatabase database = TestMongo.freshDatabase();
        CheckpointCollection checkpoints = new CheckpointCollection(database, "checkpoints");
        AtomicBoolean growing = new AtomicBoolean(true);
        ExecutorService pool = Executors.newFixedThreadPool(INSTANCES + 1);
        try (EventLedger writer = EventLedger.open(database, "events")) {
            writer.append(events("aggregate-0", 1));
            CountDownLatch begun = new CountDownLatch(INSTANCES);
            Callable<List<IssuedCheckpoint>> instance = () -> issueWhile(growing, begun, database, checkpoints);
            List<Future<List<IssuedCheckpoint>>> instances = IntStream.range(0, INSTANCES)
                    .mapToObj(i -> pool.submit(instance))
                    .toList();
            // Else the writer might be done before they are.
            assertThat(begun.await(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            for (int i = 1; i < COMMITS; i++) {
                writer.append(events("aggregate-" + i, 1 + i % 3));
            }
            growing.set(false);
            List<IssuedCheckpoint> issued = new ArrayList<>();
            for (Future<List<IssuedCheckpoint>> each : instances) {
                issued.addAll(each.get());
            }

            List<IssuedCheckpoint> kept = checkpoints.after(0, Integer.MAX_VALUE);
            // Two that sign the same size in the same millisecond make the same checkpoint, and both report it.
            assertThat(kept).hasSizeGreaterThan(1).containsExactlyInAnyOrderElementsOf(Set.copyOf(issued));
            assertThat(kept).last().extracting(IssuedCheckpoint::size).isEqualTo(writer.head());
            assertThat(kept)
                    .allSatisfy(each -> assertThat(each.checkpoint().tree())
                            .isEqualTo(writer.proofs().headAt(each.size())));
        } finally {
            pool.shutdownNow();
            database.drop();
        }
    }

    private static List<IssuedCheckpoint> issueWhile(
            AtomicBoolean growing, CountDownLatch begun, MongoDatabase database, CheckpointCollection checkpoints) {
        List<IssuedCheckpoint> issued = new ArrayList<>();
        try (EventLedger ledger = EventLedger.open(database, "events");
                CheckpointIssuer issuer =
                        CheckpointIssuer.builder(ledger, checkpoints, KEY).build()) {
            issue(issuer, issued);
            begun.countDown();
            boolean last;
            do {
                last = !growing.get();
                issue(issuer, issued);
            } while (!last);
        }
        return issued;
    }

    private static void issue(CheckpointIssuer issuer, List<IssuedCheckpoint> issued) {
        issuer.issueIfNews().ifPresent(issued::add);
        assertThat(issuer.refusal()).isEmpty();
    }
}
