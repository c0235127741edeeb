package org.dialogue.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A commit made ready in the thread of its writer, who then waits for its outcome or for the turn to lead. */
final class PendingCommit {

    private final List<PreparedEvent> events;
    private final int bytes;
    private final Thread writer = Thread.currentThread();

    // Written by the leader, and read by the writer once it is released.
    private @Nullable Commit stored;
    private @Nullable RuntimeException failure;
    private List<PendingCommit> followers = List.of();

    private volatile boolean released;
    private volatile boolean leads;

    private PendingCommit(List<PreparedEvent> events, int bytes) {
        this.events = events;
        this.bytes = bytes;
    }

    /**
     * @throws CommitTooLargeException if the events exceed the limits
     * @throws ConflictException if two of them have the same id or the same sequence in an aggregate
     * @throws IllegalArgumentException if there are none
     */
    static PendingCommit of(List<LedgerEvent> events, CommitLimits limits) {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("A commit needs at least one event");
        }
        limits.checkEvents(events.size());
        UniquenessCheck.checkDistinct(events);
        List<PreparedEvent> prepared = new ArrayList<>(events.size());
        long bytes = 0;
        for (LedgerEvent event : events) {
            PreparedEvent ready = new PreparedEvent(event);
            prepared.add(ready);
            bytes += ready.length();
        }
        limits.checkBytes(bytes);
        return new PendingCommit(prepared, (int) bytes);
    }

    List<PreparedEvent> events() {
        return events;
    }

    /** Size of the encoded events. */
    int bytes() {
        return bytes;
    }

    /** Whether the stored events are these, in this order. */
    boolean isStoredAs(List<RecordedEvent> recorded) {
        if (recorded.size() != events.size()) {
            return false;
        }
        for (int i = 0; i < events.size(); i++) {
            if (!recorded.get(i).event().equals(events.get(i).event())) {
                return false;
            }
        }
        return true;
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
        LockSupport.unpark(writer);
    }

    boolean leads() {
        return leads;
    }

    /**
     * Lets these writers return. The leader wakes the first only, who wakes the others: to wake a thread takes time, in
     * which the next insert can be on its way.
     */
    static void release(List<PendingCommit> settled) {
        if (!settled.isEmpty()) {
            PendingCommit first = settled.get(0);
            first.followers = settled.subList(1, settled.size());
            first.release();
        }
    }

    private void release() {
        released = true;
        LockSupport.unpark(writer);
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
            followers.forEach(PendingCommit::release);
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
