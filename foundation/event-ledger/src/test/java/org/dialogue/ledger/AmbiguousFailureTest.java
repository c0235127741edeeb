package org.dialogue.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.dialogue.ledger.TestEvents.event;
import static org.dialogue.ledger.TestEvents.events;

import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteConcernResult;
import com.mongodb.WriteError;
import com.mongodb.bulk.WriteConcernError;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.dialogue.ledger.FaultyCommits.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AmbiguousFailureTest {

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final FaultyCommits commits = new FaultyCommits(database, "events");
    private final EventLedger ledger = ledger(commits, Patience.LONGEST);
    private final EventLedger other = EventLedger.open(database, "events");

    @AfterEach
    void dropDatabase() {
        database.drop();
    }

    @Test
    void aStoredCommitIsRecognisedWhenItsReplyIsLost() {
        commits.next(Fault.REPLY_LOST);

        Commit commit = ledger.append(events("a", 2));

        assertThat(commits.inserts()).isEqualTo(1);
        assertThat(commit.lastPosition()).isEqualTo(2);
        assertThat(commit.tree()).isEqualTo(other.treeHead());
        assertThat(other.readAfter(0)).hasSize(2);
        assertThat(ledger.append(events("b", 1)).firstPosition()).isEqualTo(3);
    }

    @Test
    void aLostRequestIsSentAgain() {
        commits.next(Fault.REQUEST_LOST, Fault.REQUEST_LOST);

        Commit commit = ledger.append(events("a", 2));

        assertThat(commits.inserts()).isEqualTo(3);
        assertThat(commit.lastPosition()).isEqualTo(2);
        assertThat(other.head()).isEqualTo(2);
    }

    @Test
    void aLateRequestAndItsRepetitionCountOnce() {
        commits.next(Fault.REQUEST_LATE);

        Commit commit = ledger.append(events("a", 2));

        assertThat(commits.inserts()).isEqualTo(2);
        assertThat(commit.lastPosition()).isEqualTo(2);
        assertThat(other.readAfter(0)).hasSize(2);
        assertThat(other.treeHead()).isEqualTo(commit.tree());
    }

    @Test
    void anotherWriterMayTakeThePositionInTheMeantime() {
        commits.next(Fault.REQUEST_LOST);
        other.append(events("b", 3));

        Commit commit = ledger.append(events("a", 1));

        assertThat(commit.firstPosition()).isEqualTo(4);
        assertThat(other.head()).isEqualTo(4);
    }

    @Test
    void anOutcomeThatCannotBeLearntIsSaidToBeUnknownAndTheLedgerHeals() {
        EventLedger impatient = ledger(commits, Duration.ZERO);
        commits.next(Fault.UNREACHABLE);

        assertThatExceptionOfType(UnknownOutcomeException.class).isThrownBy(() -> impatient.append(events("a", 1)));

        assertThat(impatient.append(events("b", 1)).lastPosition()).isEqualTo(1);
    }

    @Test
    void aCommitThatWasGivenUpMayArriveLateButForksNothing() {
        EventLedger impatient = ledger(commits, Duration.ZERO);
        List<LedgerEvent> givenUp = events("a", 1);
        commits.next(Fault.REQUEST_LATE);
        assertThatExceptionOfType(UnknownOutcomeException.class).isThrownBy(() -> impatient.append(givenUp));
        commits.deliverLateRequests();

        Commit next = ledger.append(events("b", 1));

        assertThat(next.firstPosition()).isEqualTo(2);
        assertThat(other.readAfter(0).map(RecordedEvent::event).toList())
                .containsAll(givenUp)
                .hasSize(2);
        assertThatExceptionOfType(DuplicateEventException.class).isThrownBy(() -> ledger.append(givenUp));
    }

    @Test
    void aWriteThatNoMajorityHasConfirmedYetIsLookedUp() {
        EventLedger unconfirmed = ledger(
                new CommitCollection(database, "events") {
                    @Override
                    void insert(RawBsonDocument commit) {
                        super.insert(commit);
                        throw new MongoWriteConcernException(
                                new WriteConcernError(64, "WriteConcernFailed", "waiting", new BsonDocument()),
                                WriteConcernResult.acknowledged(1, false, null),
                                new ServerAddress(),
                                Set.of());
                    }
                },
                Patience.LONGEST);

        assertThat(unconfirmed.append(events("a", 1)).lastPosition()).isEqualTo(1);
        assertThat(other.head()).isEqualTo(1);
    }

    @Test
    void aRefusalByTheServerSurfacesAtOnce() {
        MongoWriteException diskFull = new MongoWriteException(
                new WriteError(14031, "no space left", new BsonDocument()), new ServerAddress(), Set.of());
        EventLedger refused = ledger(
                new CommitCollection(database, "events") {
                    @Override
                    void insert(RawBsonDocument commit) {
                        throw diskFull;
                    }
                },
                Patience.LONGEST);

        assertThatExceptionOfType(MongoWriteException.class)
                .isThrownBy(() -> refused.append(events("a", 1)))
                .isSameAs(diskFull);
        assertThat(other.head()).isZero();
    }

    @Test
    void aRefusalAfterADoubtfulAttemptLeavesTheDoubt() {
        EventLedger refused = ledger(
                new FaultyCommits(database, "events") {
                    @Override
                    void insert(RawBsonDocument commit) {
                        if (inserts() > 0) {
                            throw new MongoWriteException(
                                    new WriteError(14031, "no space left", new BsonDocument()),
                                    new ServerAddress(),
                                    Set.of());
                        }
                        next(Fault.REQUEST_LATE);
                        super.insert(commit);
                    }
                },
                Patience.LONGEST);

        assertThatExceptionOfType(UnknownOutcomeException.class)
                .isThrownBy(() -> refused.append(events("a", 1)))
                .withCauseInstanceOf(MongoWriteException.class);
    }

    @Test
    void anInterruptWaitsUntilTheOutcomeIsKnown() {
        Thread.currentThread().interrupt();

        Commit commit = ledger.append(List.of(event("a", 0)));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(commit.lastPosition()).isEqualTo(1);
        assertThat(other.head()).isEqualTo(1);
    }

    @Test
    void interruptsWhileTheOutcomeIsLookedForHideItFromNobody() {
        FaultyCommits interrupting = new FaultyCommits(database, "events") {
            @Override
            Optional<RawBsonDocument> commitAt(long firstPosition) {
                Optional<RawBsonDocument> found = super.commitAt(firstPosition);
                Thread.currentThread().interrupt();
                return found;
            }
        };
        EventLedger interrupted = ledger(interrupting, Patience.LONGEST);
        interrupting.next(Fault.REQUEST_LOST);

        assertThat(interrupted.append(List.of(event("a", 0))).lastPosition()).isEqualTo(1);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(interrupting.inserts()).isEqualTo(2);

        assertThatExceptionOfType(SequenceConflictException.class)
                .isThrownBy(() -> interrupted.append(List.of(event("a", 0))));
        assertThat(Thread.interrupted()).isTrue();
    }

    private EventLedger ledger(CommitCollection commits, Duration patience) {
        return EventLedger.in(database, "events").patience(patience).open(commits);
    }
}
