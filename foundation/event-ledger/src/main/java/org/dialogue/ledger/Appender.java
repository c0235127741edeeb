package org.dialogue.ledger;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets concurrent writers of this process share inserts.
 *
 * <p>One writer leads at a time: it inserts its own commit together with all that wait at that moment, goes on like that
 * for a few rounds if more have come meanwhile, and hands the lead over. So a lone writer inserts at once, in its own
 * thread; and the more writers there are, the more commits share an insert, without anybody waiting for a group to fill.
 */
final class Appender {

    /**
     * To hand over costs a switch of threads, during which no insert is on its way; to go on keeps the leader's own caller
     * waiting.
     */
    private static final int MOST_ROUNDS = 8;

    private final GroupCommit groups;
    private final Runnable bell;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean led = new AtomicBoolean();

    /**
     * @param bell rung after each insert
     */
    Appender(GroupCommit groups, Runnable bell) {
        this.groups = groups;
        this.bell = bell;
    }

    Commit append(PreparedCommit commit) {
        boolean interrupted = Thread.interrupted();
        try {
            Waiting mine = new Waiting(commit);
            queue.add(mine);
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
        return queue.size();
    }

    private boolean lead(Waiting mine) {
        boolean interrupted = false;
        try {
            for (int round = 1; !mine.isSettled() || (round <= MOST_ROUNDS && !queue.isEmpty()); round++) {
                interrupted |= commit(nextGroup(), mine);
            }
        } finally {
            handOver();
        }
        return interrupted;
    }

    /** Whatever happens, everybody in the group gets an outcome and goes on. */
    private boolean commit(Group group, Waiting mine) {
        try {
            return groups.commit(group);
        } catch (RuntimeException | Error unforeseen) {
            RuntimeException unknown =
                    new UnknownOutcomeException("The writer that inserted for this one failed", unforeseen);
            group.open().forEach(member -> member.fail(unknown));
            return Thread.interrupted();
        } finally {
            Waiting.release(group.othersThan(mine));
            bell.run();
        }
    }

    private Group nextGroup() {
        Group group = new Group();
        for (Waiting first = queue.peek(); first != null && group.admits(first); first = queue.peek()) {
            queue.remove();
        }
        return group;
    }

    private void handOver() {
        do {
            Waiting next = queue.peek();
            if (next != null) {
                next.lead();
                return;
            }
            led.set(false);
            // Who came in between saw that there is a leader, and waits.
        } while (!queue.isEmpty() && led.compareAndSet(false, true));
    }
}
