package org.dialogue.ledger;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A writer that waits for the outcome of its commit, or for its turn to lead.
 */
final class Waiting {

    private final PreparedCommit commit;
    private final Thread thread = Thread.currentThread();

    // Written by the leader, and read by the writer once it is released.
    private @Nullable Commit stored;
    private @Nullable RuntimeException failure;
    private List<Waiting> followers = List.of();

    private volatile boolean released;
    private volatile boolean leads;

    Waiting(PreparedCommit commit) {
        this.commit = commit;
    }

    PreparedCommit commit() {
        return commit;
    }

    void succeed(Commit outcome) {
        stored = outcome;
    }

    void fail(RuntimeException reason) {
        failure = reason;
    }

    /** Whether the leader knows the outcome. The writer itself learns it when it is released. */
    boolean isSettled() {
        return stored != null || failure != null;
    }

    /** Makes this writer insert its own commit and those that wait behind it. */
    void lead() {
        leads = true;
        LockSupport.unpark(thread);
    }

    /** Lets the writer return with its outcome. */
    void release() {
        released = true;
        LockSupport.unpark(thread);
    }

    /**
     * Lets these writers return. The leader wakes the first only, who wakes the others: to wake a thread takes time, in
     * which the next insert can be on its way.
     */
    static void release(List<Waiting> settled) {
        if (!settled.isEmpty()) {
            Waiting first = settled.get(0);
            first.followers = settled.subList(1, settled.size());
            first.release();
        }
    }

    /**
     * Returns when the outcome is known, or when this writer is to lead.
     *
     * @return whether the thread was interrupted meanwhile; half an append helps nobody, so that has to wait
     */
    boolean await() {
        boolean interrupted = false;
        while (!leads && !released) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        if (released) {
            followers.forEach(Waiting::release);
        }
        return interrupted;
    }

    boolean leads() {
        return leads;
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
