package org.dialogue.ledger;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.dialogue.ledger.TestEvents.event;
import static org.dialogue.ledger.TestEvents.events;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.RawBsonDocument;
import org.dialogue.ledger.FaultyCommits.Fault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While the first insert is held up, the writers behind it become one group. */
class SharedInsertTest {

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final HeldUp commits = new HeldUp(database);
    private final EventLedger ledger = EventLedger.in(database, "events").open(commits);
    private final ExecutorService writers = Executors.newCachedThreadPool();
    private final AtomicInteger waiting = new AtomicInteger();
    private Future<Commit> first = new CompletableFuture<>();

    @BeforeEach
    void theFirstInsertIsHeldUp() throws InterruptedException {
        first = writers.submit(() -> ledger.append(events("first", 1)));
        assertThat(commits.reached.await(Patience.LONGEST.toSeconds(), SECONDS)).isTrue();
    }

    @AfterEach
    void end() throws InterruptedException {
        writers.shutdownNow();
        assertThat(writers.awaitTermination(Patience.LONGEST.toSeconds(), SECONDS))
                .isTrue();
        database.drop();
    }

    @Test
    void thoseWhoCameMeanwhileShareOneInsert() throws Exception {
        List<Future<Commit>> others = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            others.add(append(events("a" + i, 3)));
        }
        commits.goOn();

        assertThat(first.get().lastPosition()).isEqualTo(1);
        for (Future<Commit> other : others) {
            assertThat(other.get().lastPosition() - other.get().firstPosition()).isEqualTo(2);
            assertThat(other.get().tree()).isEqualTo(ledger.treeHead());
        }
        assertThat(commits.inserts()).isEqualTo(2);
        assertThat(HistoryChecks.wholeHistory(ledger)).hasSize(61);
    }

    @Test
    void observersAreToldOfGroupsAndOfEachAppend() throws Exception {
        AppendsSeen seen = new AppendsSeen();
        ledger.observeAppends(seen);
        Future<Commit> one = append(events("a", 3));
        Future<Commit> other = append(events("b", 2));
        Future<Commit> conflicting = append(List.of(event("first", 0)));
        commits.goOn();

        one.get();
        other.get();
        assertThatExceptionOfType(ExecutionException.class).isThrownBy(conflicting::get);
        await().atMost(Patience.LONGEST).untilAsserted(() -> {
            assertThat(seen.groups).startsWith("1 of 1", "3 of 6");
            assertThat(seen.failures)
                    .hasSize(3)
                    .filteredOn(Optional::isPresent)
                    .singleElement()
                    .satisfies(failure -> assertThat(failure).containsInstanceOf(SequenceConflictException.class));
        });
        assertThat(seen.took).allMatch(took -> !took.isNegative() && !took.isZero());
    }

    @Test
    void anObserverThatFailsHarmsNoAppend() throws Exception {
        ledger.observeAppends(new AppendObserver() {
            @Override
            public void appended(Duration took, @Nullable Throwable failure) {
                throw new IllegalStateException("cannot count appends");
            }

            @Override
            public void grouped(int commits, int events) {
                throw new IllegalStateException("cannot count groups");
            }
        });
        Future<Commit> other = append(events("a", 1));
        commits.goOn();

        assertThat(first.get().lastPosition()).isEqualTo(1);
        assertThat(other.get().lastPosition()).isEqualTo(2);
        assertThat(ledger.append(events("b", 1)).lastPosition()).isEqualTo(3);
    }

    @Test
    void aConflictingCommitFailsAlone() throws Exception {
        LedgerEvent known = event("first", 0);
        Future<Commit> before = append(events("a", 2));
        Future<Commit> conflicting = append(List.of(event("c", 0), known));
        Future<Commit> behind = append(events("b", 2));
        commits.goOn();

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(conflicting::get)
                .withCauseInstanceOf(SequenceConflictException.class);
        assertThat(List.of(before.get().firstPosition(), behind.get().firstPosition()))
                .containsExactlyInAnyOrder(2L, 4L);
        assertThat(HistoryChecks.wholeHistory(ledger)).hasSize(5);
    }

    @Test
    void ofRivalsForOnePlaceOneWins() throws Exception {
        Future<Commit> one = append(List.of(event("a", 0)));
        Future<Commit> other = append(List.of(event("a", 0)));
        commits.goOn();

        assertThat(one.get().firstPosition()).isEqualTo(2);
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(other::get)
                .withCauseInstanceOf(SequenceConflictException.class);
        assertThat(HistoryChecks.wholeHistory(ledger)).hasSize(2);
    }

    @Test
    void aLostReplyIsLookedUpForEveryMember() throws Exception {
        List<LedgerEvent> mine = events("a", 2);
        List<LedgerEvent> theirs = events("b", 3);
        Future<Commit> one = append(mine);
        Future<Commit> other = append(theirs);
        commits.next(Fault.REPLY_LOST);
        commits.goOn();

        Commit stored = one.get();
        Commit storedToo = other.get();
        List<RecordedEvent> history = HistoryChecks.wholeHistory(ledger);
        HistoryChecks.holds(history, stored, mine);
        HistoryChecks.holds(history, storedToo, theirs);
        assertThat(commits.inserts()).isEqualTo(2);
    }

    @Test
    void aGroupStaysSmall() throws Exception {
        List<Future<Commit>> others = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            others.add(append(events("a" + i, Group.MOST_EVENTS / 2)));
        }
        commits.goOn();

        for (Future<Commit> other : others) {
            other.get();
        }
        assertThat(commits.inserts()).isEqualTo(3);
        assertThat(HistoryChecks.wholeHistory(ledger)).hasSize(1 + 2 * Group.MOST_EVENTS);
    }

    @Test
    void oneWriterFailingUnforeseenLeavesNobodyWaiting() throws Exception {
        Future<Commit> one = append(events("a", 1));
        Future<Commit> other = append(events("b", 1));
        commits.unforeseen = new IllegalStateException("unforeseen");
        commits.goOn();

        assertThatExceptionOfType(ExecutionException.class).isThrownBy(one::get);
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(other::get)
                .withCauseInstanceOf(UnknownOutcomeException.class);
        assertThat(ledger.append(events("c", 1)).firstPosition()).isEqualTo(2);
    }

    /** Returns once the writer waits behind the one that is held up, so that the order is known. */
    private Future<Commit> append(List<LedgerEvent> events) {
        int before = waiting.incrementAndGet();
        Future<Commit> appended = writers.submit(() -> ledger.append(events));
        await().atMost(Patience.LONGEST).until(() -> ledger.waitingWriters() == before);
        return appended;
    }

    /** Holds the first insert up until told to go on. */
    private static final class HeldUp extends FaultyCommits {

        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private volatile RuntimeException unforeseen;

        HeldUp(MongoDatabase database) {
            super(database, "events");
        }

        void goOn() {
            goOn.countDown();
        }

        @Override
        void insert(RawBsonDocument commit) {
            boolean isFirst = reached.getCount() == 1;
            reached.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            RuntimeException failure = unforeseen;
            if (!isFirst && failure != null) {
                unforeseen = null;
                throw failure;
            }
            if (isFirst) {
                insertWithoutFault(commit);
            } else {
                super.insert(commit);
            }
        }
    }

    /** What an observer was told. */
    private static final class AppendsSeen implements AppendObserver {

        private final List<String> groups = new CopyOnWriteArrayList<>();
        private final List<Duration> took = new CopyOnWriteArrayList<>();
        private final List<Optional<Throwable>> failures = new CopyOnWriteArrayList<>();

        @Override
        public void appended(Duration took, @Nullable Throwable failure) {
            this.took.add(took);
            failures.add(Optional.ofNullable(failure));
        }

        @Override
        public void grouped(int commits, int events) {
            groups.add(commits + " of " + events);
        }
    }
}
