package org.dialogue.ledger;

import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Adds commits at the end of history.
 *
 * <p>Inserting the document whose {@code _id} is the next position is the compare-and-append: of all writers in all
 * processes one wins, and the others learn the new end and try again. Writers of this process take turns, so that they
 * do not race each other for nothing.
 */
final class Appender {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);

    private final CommitCollection commits;
    private final History history;
    private final Judge judge;
    private final Clock clock;
    private final String writer;
    private final Duration patience;
    private final ReentrantLock turn = new ReentrantLock();

    Appender(CommitCollection commits, History history, Clock clock, String writer, Duration patience) {
        this.commits = commits;
        this.history = history;
        this.judge = new Judge(commits);
        this.clock = clock;
        this.writer = writer;
        this.patience = patience;
    }

    Commit append(List<LedgerEvent> events) {
        turn.lock();
        // Half an append helps nobody: an interrupt waits until the outcome is known.
        boolean interrupted = Thread.interrupted();
        try {
            long deadline = System.nanoTime() + patience.toNanos();
            Duration pause = FIRST_PAUSE;
            boolean mayStillArrive = false;
            while (true) {
                Tip next = history.known().extendedBy(events, clock.millis());
                MongoException failure;
                try {
                    commits.insert(CommitDocument.of(next, events, writer));
                    history.learn(next);
                    return next.commit();
                } catch (MongoException thrown) {
                    interrupted |= Thread.interrupted();
                    failure = thrown;
                }
                Verdict verdict = judge.judge(next.firstPosition(), events, failure);
                if (verdict instanceof Verdict.Stored stored) {
                    history.learn(stored.tip());
                    return stored.tip().commit();
                } else if (verdict instanceof Verdict.Overtaken) {
                    history.newest();
                    mayStillArrive = false;
                } else if (verdict instanceof Verdict.Refused refused && !mayStillArrive) {
                    throw refused.reason();
                } else if (verdict instanceof Verdict.Refused || System.nanoTime() - deadline > 0) {
                    throw unknownOutcome(next, failure);
                } else {
                    // The next attempt goes to the same position: whichever insert arrives first is the only one.
                    mayStillArrive = true;
                    LockSupport.parkNanos(pause.toNanos());
                    pause = longer(pause);
                }
            }
        } finally {
            turn.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private UnknownOutcomeException unknownOutcome(Tip next, MongoException failure) {
        return new UnknownOutcomeException(
                "Whether the commit at position %d was stored could not be learnt within %s"
                        .formatted(next.firstPosition(), patience),
                failure);
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }
}
