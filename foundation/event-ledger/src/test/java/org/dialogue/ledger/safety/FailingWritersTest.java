package org.dialogue.ledger.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.ledger.TestEvents.event;
import static org.dialogue.ledger.TestEvents.events;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.dialogue.ledger.Commit;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.HistoryChecks;
import org.dialogue.ledger.LedgerEvent;
import org.dialogue.ledger.Patience;
import org.dialogue.ledger.RecordedEvent;
import org.dialogue.ledger.TestEvents;
import org.dialogue.ledger.TestMongo;
import org.dialogue.ledger.UnknownOutcomeException;
import org.dialogue.ledger.safety.Writers.Writer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Trouble in one writer's thread is no trouble for those who share its insert.
 */
class FailingWritersTest {

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final WireProxy network = new WireProxy();
    private final AtomicBoolean broken = new AtomicBoolean();
    private final EventLedger ledger = EventLedger.in(network.client(false).getDatabase(database.getName()), "events")
            .clock(clockThatBreaks(broken))
            .patience(Patience.LONGEST)
            .open();
    private final EventLedger other = EventLedger.open(database, "events");
    private final Writers writers = new Writers(network, ledger);

    @AfterEach
    void end() {
        ledger.close();
        network.close();
        database.drop();
    }

    @Test
    void interruptedWritersLearnTheirOutcomeFirst() throws Exception {
        Writer first = writers.hold(events("first", 1));
        List<Writer> waiting = Stream.of("a", "b", "c")
                .map(aggregate -> writers.queue(event(aggregate, 0)))
                .toList();
        first.interrupt();
        waiting.get(0).interrupt();
        waiting.get(2).interrupt();
        writers.openTheGate();

        assertThat(waiting).extracting(Writer::failure).containsOnlyNulls();
        assertThat(first.failure()).isNull();
        assertThat(first.wasStillInterrupted()).isTrue();
        assertThat(waiting).extracting(Writer::wasStillInterrupted).containsExactly(true, false, true);
        assertThat(HistoryChecks.wholeHistory(other)).hasSize(4);
    }

    /** With every third statement, so that each has its chance: the driver throws away what was answered meanwhile. */
    @Test
    void interruptsFailNoAppendHoweverManyInstancesContend() throws Exception {
        Queue<Thread> victims = new ConcurrentLinkedQueue<>();
        AtomicInteger statements = new AtomicInteger();
        network.decide(request -> {
            if (Set.of("insert", "find").contains(request.command()) && statements.incrementAndGet() % 3 == 0) {
                victims.forEach(Thread::interrupt);
            }
            return Fate.PASS;
        });
        Map<Commit, List<LedgerEvent>> acknowledged = new ConcurrentHashMap<>();
        List<Callable<Void>> tasks = new ArrayList<>();
        for (EventLedger instance : List.of(ledger, other)) {
            for (int writer = 0; writer < 4; writer++) {
                String name = "writer-" + tasks.size();
                tasks.add(() -> {
                    if (instance == ledger) {
                        victims.add(Thread.currentThread());
                    }
                    for (int i = 0; i < 40; i++) {
                        List<LedgerEvent> events = TestEvents.events(name + "-" + i, 1 + i % 2);
                        acknowledged.put(instance.append(events), events);
                    }
                    return null;
                });
            }
        }

        Threads.run(tasks);

        List<RecordedEvent> history = HistoryChecks.wholeHistory(EventLedger.open(database, "events"));
        acknowledged.forEach((commit, events) -> HistoryChecks.holds(history, commit, events));
        assertThat(acknowledged).hasSize(8 * 40);
        assertThat(history).hasSize(4 * 40 * 3);
    }

    @Test
    void aBrokenClockLeavesNobodyWaitingAndTheInstanceHeals() throws Exception {
        Writer first = writers.hold(events("first", 1));
        List<Writer> waiting = Stream.of("a", "b", "c")
                .map(aggregate -> writers.queue(event(aggregate, 0)))
                .toList();
        broken.set(true);
        writers.openTheGate();

        assertThat(first.failure()).isNull();
        assertThat(waiting)
                .allSatisfy(writer -> assertThat(writer.failure())
                        .isInstanceOf(UnknownOutcomeException.class)
                        .hasRootCauseMessage("The clock is broken"));
        assertThat(other.head()).isEqualTo(1);

        broken.set(false);
        for (Writer writer : waiting) {
            assertThat(ledger.append(writer.events())).isNotNull();
        }
        assertThat(HistoryChecks.wholeHistory(other)).hasSize(4);
    }

    @Test
    void aBellThatBreaksLeavesNobodyWaiting() throws Exception {
        Writer first = writers.hold(events("first", 1));
        List<Writer> waiting = Stream.of("a", "b", "c")
                .map(aggregate -> writers.queue(event(aggregate, 0)))
                .toList();
        ledger.onAppend(() -> {
            throw new LinkageError("a listener that was deployed badly");
        });
        writers.openTheGate();

        Stream.concat(Stream.of(first), waiting.stream())
                .forEach(writer -> assertThat(writer.commit() == null).isEqualTo(writer.failure() != null));
        assertThat(HistoryChecks.wholeHistory(other)).hasSize(4);
    }

    private static Clock clockThatBreaks(AtomicBoolean broken) {
        InstantSource time = () -> {
            if (broken.get()) {
                throw new IllegalStateException("The clock is broken");
            }
            return Instant.now();
        };
        return time.withZone(ZoneOffset.UTC);
    }
}
