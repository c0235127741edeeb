package org.dialogue.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ConcurrentWritersTest {

    private static final int THREADS = 12;
    private static final int COMMITS_PER_THREAD = 25;

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final List<EventLedger> instances =
            List.of(EventLedger.open(database, "events"), EventLedger.open(database, "events"));
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdownNow();
        database.drop();
    }

    @Test
    void nothingIsLostOrDoubledAndTailsSkipNothing() throws Exception {
        Map<Commit, List<LedgerEvent>> acknowledged = new ConcurrentHashMap<>();
        AtomicLong expected = new AtomicLong();
        List<Callable<Void>> writers = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            EventLedger ledger = instances.get(thread % instances.size());
            String name = "writer-" + thread;
            for (int i = 0; i < COMMITS_PER_THREAD; i++) {
                expected.addAndGet(1 + i % 3);
            }
            writers.add(() -> {
                for (int i = 0; i < COMMITS_PER_THREAD; i++) {
                    List<LedgerEvent> events = TestEvents.events(name + "-" + i, 1 + i % 3);
                    acknowledged.put(ledger.append(events), events);
                }
                return null;
            });
        }
        List<Callable<Void>> tails = instances.stream()
                .flatMap(ledger -> Stream.<Callable<Void>>of(
                        () -> tail(ledger, expected.get()), () -> tailByPage(ledger, expected.get())))
                .toList();

        run(writers, tails);

        List<RecordedEvent> history = HistoryChecks.wholeHistory(instances.get(0));
        assertThat(history).hasSize((int) expected.get());
        assertThat(acknowledged).hasSize(THREADS * COMMITS_PER_THREAD);
        acknowledged.forEach((commit, events) -> HistoryChecks.holds(history, commit, events));
        assertThat(instances.get(1).treeHead()).isEqualTo(instances.get(0).treeHead());
    }

    @Test
    void ofRivalsForOneSequenceExactlyOneWins() throws Exception {
        AtomicLong won = new AtomicLong();
        List<Callable<Void>> rivals = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            EventLedger ledger = instances.get(thread % instances.size());
            rivals.add(() -> {
                for (int i = 0; i < COMMITS_PER_THREAD; i++) {
                    long next = ledger.lastSequenceOf("coveted").orElse(-1) + 1;
                    try {
                        ledger.append(List.of(TestEvents.event("coveted", next)));
                        won.incrementAndGet();
                    } catch (SequenceConflictException lost) {
                        assertThat(ledger.lastSequenceOf("coveted").orElseThrow())
                                .isGreaterThanOrEqualTo(next);
                    }
                }
                return null;
            });
        }

        run(rivals, List.of());

        List<RecordedEvent> history = HistoryChecks.wholeHistory(instances.get(0));
        assertThat(history).hasSize((int) won.get());
        assertThat(history.stream().map(event -> event.event().sequence()))
                .isEqualTo(
                        java.util.stream.LongStream.range(0, won.get()).boxed().toList());
    }

    private void run(List<Callable<Void>> writers, List<Callable<Void>> readers) throws Exception {
        List<Future<Void>> all = new ArrayList<>();
        Stream.concat(readers.stream(), writers.stream()).forEach(task -> all.add(threads.submit(task)));
        for (Future<Void> one : all) {
            one.get();
        }
    }

    private static Void tail(EventLedger ledger, long until) {
        long position = 0;
        while (position < until) {
            try (Stream<RecordedEvent> news = ledger.readAfter(position)) {
                for (RecordedEvent event : (Iterable<RecordedEvent>) news::iterator) {
                    assertThat(event.position()).isEqualTo(position + 1);
                    position = event.position();
                }
            }
        }
        return null;
    }

    private static Void tailByPage(EventLedger ledger, long until) {
        long position = 0;
        while (position < until) {
            for (RecordedEvent event : ledger.readAfter(position, 4)) {
                assertThat(event.position()).isEqualTo(position + 1);
                position = event.position();
            }
        }
        return null;
    }
}
