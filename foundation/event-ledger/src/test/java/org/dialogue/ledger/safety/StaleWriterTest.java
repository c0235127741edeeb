package org.dialogue.ledger.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dialogue.ledger.TestEvents.NOON;
import static org.dialogue.ledger.TestEvents.event;
import static org.dialogue.ledger.TestEvents.events;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dialogue.ledger.Commit;
import org.dialogue.ledger.DuplicateEventException;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.HistoryChecks;
import org.dialogue.ledger.LedgerEvent;
import org.dialogue.ledger.Patience;
import org.dialogue.ledger.RecordedEvent;
import org.dialogue.ledger.SequenceConflictException;
import org.dialogue.ledger.TestMongo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An instance is stopped just before its insert reaches the server, as by a long pause of its process or machine, while
 * another one appends thousands of commits. Then it wakes, with all it believes to know out of date.
 */
class StaleWriterTest {

    private static final int WRITERS = 8;
    private static final int COMMITS_PER_WRITER = 250;

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final WireProxy network = new WireProxy();
    private final EventLedger stale = EventLedger.open(network.client(true).getDatabase(database.getName()), "events");
    private final EventLedger awake = EventLedger.open(database, "events");
    private final CountDownLatch paused = new CountDownLatch(1);
    private final CountDownLatch wakeUp = new CountDownLatch(1);

    @BeforeEach
    void begin() {
        stale.append(events("before", 3));
        network.decideInserts(insert -> new Fate.Held(paused, wakeUp));
    }

    @AfterEach
    void end() {
        network.close();
        database.drop();
    }

    @Test
    void itsCommitsGoToTheEndAndForkNothing() throws Exception {
        List<LedgerEvent> held = List.of(event("before", 3), event("before", 4));
        CompletableFuture<Commit> first = pausedAppend(held);
        List<LedgerEvent> behind = events("behind", 2);
        CompletableFuture<Commit> second = CompletableFuture.supplyAsync(() -> stale.append(behind));

        long head = appendThousands();
        assertThat(first).isNotDone();
        wakeUp.countDown();

        Commit commit = first.get(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS);
        Commit next = second.get(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS);
        assertThat(List.of(commit.firstPosition(), next.firstPosition()))
                .allSatisfy(position -> assertThat(position).isGreaterThan(head));
        List<RecordedEvent> history = HistoryChecks.wholeHistory(awake);
        assertThat(history).hasSize((int) head + 4);
        HistoryChecks.holds(history, commit, held);
        HistoryChecks.holds(history, next, behind);
    }

    @Test
    void whatOthersTookMeanwhileItIsTold() throws Exception {
        CompletableFuture<Commit> lost = pausedAppend(List.of(event("before", 3)));
        awake.append(List.of(event("before", 3)));
        wakeUp.countDown();

        assertThatThrownBy(() -> lost.get(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS))
                .hasCauseInstanceOf(SequenceConflictException.class);
        assertThat(HistoryChecks.wholeHistory(awake)).hasSize(4);
        assertThat(stale.append(List.of(event("before", 4))).firstPosition()).isEqualTo(5);
    }

    @Test
    void anotherInstanceMayTakeOverItsVeryEvents() throws Exception {
        List<LedgerEvent> events = events("redelivered", 2);
        CompletableFuture<Commit> slow = pausedAppend(events);
        awake.append(events("else", 1));
        awake.append(events);
        wakeUp.countDown();

        assertThatThrownBy(() -> slow.get(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS))
                .hasCauseInstanceOf(DuplicateEventException.class);
        assertThat(HistoryChecks.wholeHistory(awake)).hasSize(6);
    }

    @Test
    void whatOnlyResemblesItsCommitIsNotTakenForIt() throws Exception {
        LedgerEvent first = event("same-id", "mine", 0, NOON);
        CompletableFuture<Commit> slow = pausedAppend(List.of(first, event("mine", 1)));
        List<LedgerEvent> resembling = List.of(event("same-id", "theirs", 0, NOON), event("theirs", 1));
        awake.append(resembling);
        wakeUp.countDown();

        assertThatThrownBy(() -> slow.get(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS))
                .hasCauseInstanceOf(DuplicateEventException.class);
        assertThat(HistoryChecks.wholeHistory(awake).stream().skip(3).map(RecordedEvent::event))
                .isEqualTo(resembling);
    }

    private CompletableFuture<Commit> pausedAppend(List<LedgerEvent> events) throws InterruptedException {
        CompletableFuture<Commit> append = CompletableFuture.supplyAsync(() -> stale.append(events));
        assertThat(paused.await(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return append;
    }

    private long appendThousands() throws Exception {
        List<Callable<Void>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            String name = "awake-" + writer;
            writers.add(() -> {
                Stream.iterate(0, i -> i + 1)
                        .limit(COMMITS_PER_WRITER)
                        .forEach(i -> awake.append(List.of(event(name, i))));
                return null;
            });
        }
        Threads.run(writers);
        assertThat(awake.head()).isEqualTo(3 + WRITERS * COMMITS_PER_WRITER);
        return awake.head();
    }
}
