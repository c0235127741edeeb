package org.dialogue.ledger.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.dialogue.ledger.Commit;
import org.dialogue.ledger.DuplicateEventException;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.HistoryChecks;
import org.dialogue.ledger.LedgerEvent;
import org.dialogue.ledger.RecordedEvent;
import org.dialogue.ledger.SequenceConflictException;
import org.dialogue.ledger.TestEvents;
import org.dialogue.ledger.TestMongo;
import org.dialogue.ledger.UnknownOutcomeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Several writers of several instances over connections that break all the time, some with requests still on their way,
 * to a server that is sometimes out of space. Whatever an append says of itself must be true in the end.
 */
class LostRepliesTest {

    private static final int INSTANCES = 2;
    private static final int WRITERS_PER_INSTANCE = 6;
    private static final int COMMITS_PER_WRITER = 25;
    private static final int ENOUGH_TROUBLES = 21;

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final WireProxy network = new WireProxy();

    private final Map<Commit, List<LedgerEvent>> acknowledged = new ConcurrentHashMap<>();
    private final Queue<List<LedgerEvent>> saidToBeStored = new ConcurrentLinkedQueue<>();
    private final Queue<List<LedgerEvent>> saidNotToBeStored = new ConcurrentLinkedQueue<>();

    @AfterEach
    void end() {
        network.close();
        database.drop();
    }

    @ParameterizedTest(name = "seed {0}, retryable writes {1}, patience {2}")
    @CsvSource({"1, false, PT10S", "2, false, PT0S", "3, true, PT10S", "4, true, PT0S"})
    void everyAppendTellsTheTruth(long seed, boolean retryingWrites, Duration patience) throws Exception {
        TroublePlan plan = new TroublePlan(seed, retryingWrites);
        List<Callable<Void>> writers = new ArrayList<>();
        for (int instance = 0; instance < INSTANCES; instance++) {
            MongoClient client = network.client(retryingWrites);
            EventLedger ledger = EventLedger.in(client.getDatabase(database.getName()), "events")
                    .patience(patience)
                    .open();
            for (int writer = 0; writer < WRITERS_PER_INSTANCE; writer++) {
                String name = "writer-%d-%d".formatted(instance, writer);
                writers.add(() -> write(ledger, name, plan));
            }
        }
        try (plan) {
            network.decide(plan);
            Threads.run(writers);
            network.heal();
            plan.awaitTheLate();
        }

        EventLedger direct = EventLedger.open(database, "events");
        List<RecordedEvent> history = HistoryChecks.wholeHistory(direct);
        acknowledged.forEach((commit, events) -> HistoryChecks.holds(history, commit, events));
        List<LedgerEvent> stored = history.stream().map(RecordedEvent::event).toList();
        assertThat(stored)
                .containsAll(saidToBeStored.stream().flatMap(List::stream).toList());
        assertThat(saidNotToBeStored.stream().flatMap(List::stream))
                .allSatisfy(refused -> assertThat(stored).doesNotContain(refused));
        assertThat(stored)
                .as("what was acknowledged or learnt to be stored, and nothing else")
                .hasSize(acknowledged.values().stream().mapToInt(List::size).sum()
                        + saidToBeStored.stream().mapToInt(List::size).sum());
        assertThat(plan.troubles()).isGreaterThanOrEqualTo(ENOUGH_TROUBLES);
    }

    /** The more commits share an insert, the fewer inserts there are to be troubled. */
    private Void write(EventLedger ledger, String aggregate, TroublePlan plan) {
        long sequence = 0;
        for (int i = 0; i < COMMITS_PER_WRITER || plan.troubles() < ENOUGH_TROUBLES; i++) {
            List<LedgerEvent> events = LongStream.range(sequence, sequence + 1 + i % 3)
                    .mapToObj(next -> TestEvents.event(aggregate, next))
                    .toList();
            if (append(ledger, events)) {
                sequence += events.size();
            }
        }
        return null;
    }

    /** Whether the events are in the ledger now. What is not known is tried again, which is said to be safe. */
    private boolean append(EventLedger ledger, List<LedgerEvent> events) {
        boolean inDoubt = false;
        while (true) {
            try {
                acknowledged.put(ledger.append(events), events);
                return true;
            } catch (UnknownOutcomeException doubt) {
                inDoubt = true;
            } catch (DuplicateEventException ownEvents) {
                if (!inDoubt) {
                    return fail("Nobody had appended these events before", ownEvents);
                }
                saidToBeStored.add(events);
                return true;
            } catch (SequenceConflictException impossible) {
                return fail("Nobody else writes to this aggregate", impossible);
            } catch (MongoException notStored) {
                if (!inDoubt) {
                    saidNotToBeStored.add(events);
                    return false;
                }
            }
        }
    }
}
