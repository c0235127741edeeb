package org.dialogue.ledger;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets concurrent writers of this process share inserts.
 *
 * <p>One writer leads at a time: it inserts its own commit together with all that wait at that moment, and hands the lead
 * over. So a lone writer inserts at once, in its own thread, and the more writers there are, the more commits share an
 * insert.
 *
 * <p>Writers who have just been served together tend to come back together, and are waited for a little: {@link CommitLinger}.
 */
final class Appender {

    private final GroupCommit groups;
    private final AppendListeners listeners;
    private final Queue<PendingCommit> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicBoolean led = new AtomicBoolean();

    /** Of whoever leads. */
    private final CommitLinger linger = new CommitLinger(System::nanoTime, Thread::yield);

    Appender(GroupCommit groups, AppendListeners listeners) {
        this.groups = groups;
        this.listeners = listeners;
    }

    Commit append(PendingCommit mine) {
        return listeners.observe(() -> appendTogether(mine));
    }

    private Commit appendTogether(PendingCommit mine) {
        boolean interrupted = Thread.interrupted();
        try {
            queue.add(mine);
            waiting.incrementAndGet();
            if (led.compareAndSet(false, true)) {
                interrupted |= lead(mine);
            } else {
                interrupted |= mine.await();
                if (mine.leads()) {
                    interrupted |= lead(mine);
                }
            }
            return mine.outcome();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Writers that wait behind the one that leads. */
    int waiting() {
        return waiting.get();
    }

    private boolean lead(PendingCommit mine) {
        boolean interrupted = false;
        try {
            while (!mine.isSettled()) {
                linger.await(waiting::get);
                Group group = nextGroup();
                linger.insertBegins();
                interrupted |= commit(group, mine);
                // Those who were served now, and those who came meanwhile.
                linger.insertEnded(group.size() + waiting.get());
            }
        } finally {
            if (!mine.isSettled() && queue.remove(mine)) {
                // Only an Error brings a leader here: the lead must not go to one who leaves.
                waiting.decrementAndGet();
            }
            handOver();
        }
        return interrupted;
    }

    /** Whatever happens, everybody in the group gets an outcome and goes on. */
    private boolean commit(Group group, PendingCommit mine) {
        try {
            groups.commit(group);
        } catch (RuntimeException | Error unforeseen) {
            RuntimeException unknown =
                    new UnknownOutcomeException("The writer that inserted for this one failed", unforeseen);
            group.open().forEach(member -> member.fail(unknown));
        } finally {
            PendingCommit.release(group.othersThan(mine));
            Uninterruptibly.run(listeners::wake);
            listeners.grouped(group.size(), group.events());
        }
        return Thread.interrupted();
    }

    private Group nextGroup() {
        Group group = new Group();
        for (PendingCommit first = queue.peek(); first != null && group.admits(first); first = queue.peek()) {
            queue.remove();
        }
        waiting.addAndGet(-group.size());
        return group;
    }

    private void handOver() {
        do {
            PendingCommit next = queue.peek();
            if (next != null) {
                next.lead();
                return;
            }
            led.set(false);
            // Who came in between saw that there is a leader, and waits.
        } while (!queue.isEmpty() && led.compareAndSet(false, true));
    }
}
