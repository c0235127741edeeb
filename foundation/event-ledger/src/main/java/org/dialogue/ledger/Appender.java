package org.dialogue.ledger;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets concurrent writers of this process share inserts.
 *
 * <p>One writer leads at a time: it inserts its own commit together with all that wait at that moment, and then hands the
 * lead to the first of those who came meanwhile. So a lone writer inserts at once, in its own thread; and the more
 * writers there are, the more commits share an insert, without anybody waiting for a group to fill.
 */
final class Appender {

    private final GroupCommit groups;
    private final Runnable bell;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean led = new AtomicBoolean();

    /**
     * @param bell rung after each insert, before its writers return
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
            if (!led.compareAndSet(false, true)) {
                interrupted |= mine.await();
            }
            // A follower comes back with its outcome, or because the lead was handed to it.
            if (!mine.isSettled()) {
                interrupted |= lead(mine);
            }
            return mine.outcome();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    int waiting() {
        return queue.size();
    }

    private boolean lead(Waiting mine) {
        boolean interrupted = false;
        while (!mine.isSettled()) {
            Group group = nextGroup();
            try {
                interrupted |= groups.commit(group);
            } catch (RuntimeException | Error unforeseen) {
                group.open()
                        .forEach(member -> member.fail(new UnknownOutcomeException(
                                "The writer that inserted for this one failed", unforeseen)));
                throw unforeseen;
            } finally {
                if (mine.isSettled()) {
                    // Before all else, so that the next insert is on its way while this one's writers wake up.
                    handOver();
                }
                bell.run();
                group.members().forEach(Waiting::wake);
            }
        }
        return interrupted;
    }

    private Group nextGroup() {
        Group group = new Group();
        for (Waiting first = queue.peek(); first != null && group.hasRoomFor(first.commit()); first = queue.peek()) {
            group.add(first);
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
