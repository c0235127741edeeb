package org.dialogue.ledger;

import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.bson.RawBsonDocument;
import org.dialogue.ledger.InsertOutcomeResolver.InsertOutcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds a group of commits at the end of history, as one document.
 *
 * <p>Inserting the document whose {@code _id} is the next position is the compare-and-append: of all writers in all
 * processes one wins, and the others learn the new end and try again. Each commit of the group gets an outcome of its
 * own. Only one group may be on its way at a time.
 */
final class GroupCommit {

    private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);

    private final CommitCollection commits;
    private final History history;
    private final InsertOutcomeResolver resolver;
    private final Clock clock;
    private final String writer;
    private final Duration patience;

    GroupCommit(CommitCollection commits, History history, Clock clock, String writer, Duration patience) {
        this.commits = commits;
        this.history = history;
        this.resolver = new InsertOutcomeResolver(commits);
        this.clock = clock;
        this.writer = writer;
        this.patience = patience;
    }

    /** Settles every commit of the group. If the thread is interrupted, it still is when this returns. */
    void commit(Group group) {
        long deadline = System.nanoTime() + patience.toNanos();
        Duration pause = FIRST_PAUSE;
        // Whether an earlier attempt at the position may yet arrive there. While it may, no other position is tried,
        // even if readers have meanwhile found this one taken: perhaps it was taken by that very attempt.
        boolean doubtful = false;
        LedgerHead end = history.known();
        for (List<PendingCommit> open = group.open(); !open.isEmpty(); open = group.open()) {
            List<PreparedEvent> events = events(open);
            end = doubtful ? end : history.known();
            LedgerHead next = end.extendedBy(events, clock.millis());
            MongoException failure = insert(next, events);
            if (failure == null) {
                history.learn(next);
                succeed(open, next);
                return;
            }
            InsertOutcome outcome = resolver.resolve(next.firstPosition(), open, failure);
            if (outcome instanceof InsertOutcome.Taken taken) {
                taken.stored().forEach(PendingCommit::succeed);
                history.learn(taken.head());
                catchUp();
                doubtful = false;
            } else if (outcome instanceof InsertOutcome.Conflicting conflicting) {
                conflicting.reasons().forEach(PendingCommit::fail);
            } else if (outcome instanceof InsertOutcome.Refused refused && !doubtful) {
                open.forEach(member -> member.fail(refused.reason()));
            } else if (outcome instanceof InsertOutcome.Refused || System.nanoTime() - deadline > 0) {
                open.forEach(member -> member.fail(new UnknownOutcomeException(
                        "Whether the commit at position %d was stored could not be learnt within %s"
                                .formatted(next.firstPosition(), patience),
                        failure)));
            } else {
                // The next attempt goes to the same position: whichever insert arrives first is the only one.
                doubtful = true;
                rest(pause);
                pause = longer(pause);
            }
        }
    }

    private @Nullable MongoException insert(LedgerHead next, List<PreparedEvent> events) {
        RawBsonDocument document = CommitDocument.of(next, events, writer);
        try {
            Uninterruptibly.run(() -> commits.insert(document));
            return null;
        } catch (MongoException failure) {
            return failure;
        }
    }

    private static List<PreparedEvent> events(List<PendingCommit> members) {
        if (members.size() == 1) {
            return members.get(0).events();
        }
        List<PreparedEvent> events = new ArrayList<>();
        for (PendingCommit member : members) {
            events.addAll(member.events());
        }
        return events;
    }

    /** Spares the next attempt to be told of each commit that was faster; it does without if need be. */
    private void catchUp() {
        try {
            Uninterruptibly.run(history::newest);
        } catch (MongoException unreachable) {
            log.debug("The end of history could not be looked up", unreachable);
        }
    }

    private static void rest(Duration pause) {
        Uninterruptibly.run(() -> LockSupport.parkNanos(pause.toNanos()));
    }

    private static void succeed(List<PendingCommit> members, LedgerHead head) {
        Commit whole = head.commit();
        long first = whole.firstPosition();
        for (PendingCommit member : members) {
            int events = member.events().size();
            member.succeed(whole.part(first, events));
            first += events;
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }
}
