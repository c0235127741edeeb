package org.dialogue.ledger;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A writer that waits for the outcome of its commit, or for its turn to lead.
 */
final class Waiting {

    private final PreparedCommit commit;
    private final Thread thread = Thread.currentThread();
    private volatile boolean leads;
    private volatile @Nullable Commit stored;
    private volatile @Nullable RuntimeException failure;

    Waiting(PreparedCommit commit) {
        this.commit = commit;
    }

    PreparedCommit commit() {
        return commit;
    }

    boolean isSettled() {
        return stored != null || failure != null;
    }

    void succeed(Commit outcome) {
        stored = outcome;
    }

    void fail(RuntimeException reason) {
        failure = reason;
    }

    /** Makes this writer insert its own commit and those that wait behind it. */
    void lead() {
        leads = true;
        wake();
    }

    void wake() {
        if (thread != Thread.currentThread()) {
            LockSupport.unpark(thread);
        }
    }

    /**
     * Returns when the outcome is known, or when this writer is to lead.
     *
     * @return whether the thread was interrupted meanwhile; half an append helps nobody, so that has to wait
     */
    boolean await() {
        boolean interrupted = false;
        while (!leads && !isSettled()) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        return interrupted;
    }

    Commit outcome() {
        RuntimeException reason = failure;
        if (reason != null) {
            throw reason;
        }
        Commit outcome = stored;
        if (outcome == null) {
            throw new IllegalStateException("The outcome of this commit is not known yet");
        }
        return outcome;
    }
}
