package org.dialogue.ledger.safety;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dialogue.embedded.TestServers;
import org.dialogue.ledger.Commit;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.HistoryChecks;
import org.dialogue.ledger.LedgerEvent;
import org.dialogue.ledger.RecordedEvent;
import org.dialogue.ledger.SequenceConflictException;
import org.dialogue.ledger.TestEvents;
import org.dialogue.ledger.TestMongo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Instances with clients of their own write at once and want the same sequences of the same aggregates, in commits that
 * hold other events too, next to writers that want nothing of anybody.
 */
class RivalInstancesTest {

    private static final int THREADS = 12;
    private static final int PRIZES = 32;
    private static final int AGGREGATES = 4;

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final List<MongoClient> clients = new ArrayList<>();
    private final Map<Commit, List<LedgerEvent>> acknowledged = new ConcurrentHashMap<>();
    private final Set<LedgerEvent> lost = ConcurrentHashMap.newKeySet();

    @AfterEach
    void end() {
        clients.forEach(MongoClient::close);
        database.drop();
    }

    @ParameterizedTest(name = "{0} instances")
    @ValueSource(ints = {1, 2, 4})
    void everySequenceHasOneWinnerAndEveryLoserIsTold(int instances) throws Exception {
        List<EventLedger> ledgers =
                IntStream.range(0, instances).mapToObj(i -> instance()).toList();
        List<Callable<Integer>> threads = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            EventLedger ledger = ledgers.get(thread % instances);
            String name = "thread-" + thread;
            threads.add(thread < THREADS / 4 ? () -> writeInPeace(ledger, name) : () -> compete(ledger, name));
        }

        int won = Threads.run(threads).stream().mapToInt(Integer::intValue).sum();

        List<RecordedEvent> history = HistoryChecks.wholeHistory(ledgers.get(0));
        acknowledged.forEach((commit, events) -> HistoryChecks.holds(history, commit, events));
        assertThat(won).as("winners of %d sequences", PRIZES).isEqualTo(PRIZES);
        assertThat(history)
                .as("what was acknowledged and nothing else")
                .hasSize(acknowledged.values().stream().mapToInt(List::size).sum());
        assertThat(history).extracting(RecordedEvent::event).doesNotContainAnyElementsOf(lost);
        Map<String, List<Long>> sequences = history.stream()
                .map(RecordedEvent::event)
                .collect(Collectors.groupingBy(
                        LedgerEvent::aggregateId, Collectors.mapping(LedgerEvent::sequence, Collectors.toList())));
        for (int aggregate = 0; aggregate < AGGREGATES; aggregate++) {
            assertThat(sequences.get("prize-" + aggregate)).hasSize(PRIZES / AGGREGATES);
        }
    }

    /** Wants each prize once, with an event of its own beside it that must share its luck. */
    private int compete(EventLedger ledger, String name) {
        int won = 0;
        for (int prize = 0; prize < PRIZES; prize++) {
            List<LedgerEvent> events = List.of(
                    TestEvents.event(name, prize), TestEvents.event("prize-" + prize % AGGREGATES, prize / AGGREGATES));
            try {
                acknowledged.put(ledger.append(events), events);
                won++;
            } catch (SequenceConflictException beaten) {
                assertThat(beaten).hasMessageContaining("prize-" + prize % AGGREGATES);
                lost.addAll(events);
            }
        }
        return won;
    }

    private int writeInPeace(EventLedger ledger, String name) {
        for (int i = 0; i < PRIZES; i++) {
            List<LedgerEvent> events = List.of(TestEvents.event(name, i));
            acknowledged.put(ledger.append(events), events);
        }
        return 0;
    }

    private EventLedger instance() {
        MongoClient client = MongoClients.create(TestServers.mongoUri());
        clients.add(client);
        return EventLedger.open(client.getDatabase(database.getName()), "events");
    }
}
