package org.dialogue.ledger.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.dialogue.ledger.TestEvents.event;
import static org.dialogue.ledger.TestEvents.events;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.dialogue.ledger.AppendObserver;
import org.dialogue.ledger.Commit;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.HistoryChecks;
import org.dialogue.ledger.LedgerEvent;
import org.dialogue.ledger.Patience;
import org.dialogue.ledger.TestMongo;
import org.dialogue.ledger.UnknownOutcomeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server that is full, or no longer the primary, or not sure: the driver parses its real replies. The trouble is told
 * or outlasted, and when it is over the same instance goes on.
 */
class ServerTroubleTest {

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final WireProxy network = new WireProxy();
    private final EventLedger ledger = through(true, Patience.LONGEST);
    private final EventLedger other = EventLedger.open(database, "events");

    @AfterEach
    void end() {
        network.close();
        database.drop();
    }

    static Stream<Named<BsonDocument>> fullDisks() {
        return Stream.of(
                Named.of("for the command", ServerReplies.diskFull()),
                Named.of("for the document", ServerReplies.diskFullForTheDocument()));
    }

    @ParameterizedTest
    @MethodSource("fullDisks")
    void aFullDiskIsToldAtOnceToAllAndOnceItHasRoomTheSameInstanceGoesOn(BsonDocument full) throws Exception {
        ledger.append(events("before", 2));
        AtomicInteger inserts = new AtomicInteger();
        network.decideInserts(insert -> {
            inserts.incrementAndGet();
            return new Fate.Refused(full);
        });
        AtomicInteger groups = countGroups();
        List<LedgerEvent> refused = events("refused", 1);

        List<Callable<MongoException>> writers = new ArrayList<>();
        writers.add(() -> refusalOf(refused));
        for (int i = 0; i < 5; i++) {
            List<LedgerEvent> more = events("more-" + i, 1 + i % 2);
            writers.add(() -> refusalOf(more));
        }
        List<MongoException> told = Threads.run(writers);

        assertThat(told).extracting(MongoException::getCode).containsOnly(14031);
        assertThat(inserts).as("none is tried twice").hasValue(groups.get());
        assertThat(other.head()).isEqualTo(2);
        assertThat(ledger.readAfter(0)).hasSize(2);

        network.heal();
        assertThat(ledger.append(refused).firstPosition()).isEqualTo(3);
        assertThat(HistoryChecks.wholeHistory(other)).hasSize(3);
    }

    static Stream<Named<BsonDocument>> passingTroubles() {
        return Stream.of(
                Named.of("not primary", ServerReplies.notPrimary()),
                Named.of("stepped down", ServerReplies.steppedDown()),
                Named.of("socket exception", ServerReplies.socketException()));
    }

    @ParameterizedTest
    @MethodSource("passingTroubles")
    void anElectionIsOutlasted(BsonDocument trouble) throws Exception {
        List<CompletableFuture<Commit>> appends = new ArrayList<>();
        AtomicInteger asked = new AtomicInteger();
        network.decide(request -> {
            asked.incrementAndGet();
            return switch (request.command()) {
                case "insert" -> new Fate.Refused(trouble);
                case "find" -> new Fate.Refused(ServerReplies.notPrimaryForReads());
                default -> Fate.PASS;
            };
        });
        for (int i = 0; i < 4; i++) {
            List<LedgerEvent> events = events("during-" + i, 2);
            appends.add(CompletableFuture.supplyAsync(() -> ledger.append(events)));
        }
        await().atMost(Patience.LONGEST).until(() -> asked.get() > 20);
        network.heal();

        for (CompletableFuture<Commit> append : appends) {
            append.get(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS);
        }
        assertThat(HistoryChecks.wholeHistory(other)).hasSize(8);
    }

    @ParameterizedTest
    @MethodSource("passingTroubles")
    void anElectionLongerThanPatienceLeavesTheOutcomeOpenAndTheInstanceHeals(BsonDocument trouble) {
        EventLedger impatient = through(false, Duration.ofMillis(50));
        List<LedgerEvent> events = events("a", 2);
        network.decideInserts(insert -> new Fate.Refused(trouble));

        assertThatExceptionOfType(UnknownOutcomeException.class)
                .isThrownBy(() -> impatient.append(events))
                .withCauseInstanceOf(MongoException.class);

        network.heal();
        assertThat(impatient.append(events).firstPosition()).isEqualTo(1);
        assertThat(HistoryChecks.wholeHistory(other)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aMemberThatStepsDownAfterStoringDoublesNothing(boolean retryingWrites) {
        EventLedger writer = through(retryingWrites, Patience.LONGEST);
        network.decideInserts(Fate.inTurn(new Fate.Denied(ServerReplies.steppedDown())));

        assertThat(writer.append(events("a", 2)).firstPosition()).isEqualTo(1);

        assertThat(writer.append(List.of(event("a", 2))).firstPosition()).isEqualTo(3);
        assertThat(HistoryChecks.wholeHistory(other)).hasSize(3);
    }

    @Test
    void aCommitThatIsNotYetConfirmedIsAcknowledgedOnceItIsRead() {
        network.decideInserts(Fate.inTurn(new Fate.Denied(ServerReplies.notYetConfirmed())));

        Commit commit = ledger.append(events("a", 2));

        assertThat(commit.lastPosition()).isEqualTo(2);
        assertThat(HistoryChecks.wholeHistory(other)).hasSize(2);
    }

    @Test
    void aKeyThatNoReadConfirmsIsNoConflictYet() {
        network.decideInserts(Fate.inTurn(
                new Fate.Refused(ServerReplies.duplicateKey()), new Fate.Refused(ServerReplies.duplicateKey())));

        assertThat(ledger.append(events("a", 2)).lastPosition()).isEqualTo(2);

        assertThat(HistoryChecks.wholeHistory(other)).hasSize(2);
    }

    private AtomicInteger countGroups() {
        AtomicInteger groups = new AtomicInteger();
        ledger.observeAppends(new AppendObserver() {
            @Override
            public void appended(Duration took, @Nullable Throwable failure) {
                // Each is asked for its outcome itself.
            }

            @Override
            public void grouped(int commits, int events) {
                groups.incrementAndGet();
            }
        });
        return groups;
    }

    private MongoException refusalOf(List<LedgerEvent> events) {
        try {
            throw new AssertionError("A full disk stored " + ledger.append(events));
        } catch (MongoException refusal) {
            return refusal;
        }
    }

    private EventLedger through(boolean retryingWrites, Duration patience) {
        return EventLedger.in(network.client(retryingWrites).getDatabase(database.getName()), "events")
                .patience(patience)
                .open();
    }
}
