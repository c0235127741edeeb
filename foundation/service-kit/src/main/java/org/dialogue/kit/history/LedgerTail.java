package org.dialogue.kit.history;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.RecordedEvent;

/**
 * Tells what is new in the ledger to those who keep something of it in memory, whenever somebody needs that to be up to
 * date. The server is asked at most once for all who ask at the same time.
 */
public final class LedgerTail {

    private static final int BATCH = 500;

    private final EventLedger ledger;
    private final List<Consumer<RecordedEvent>> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock asking = new ReentrantLock();
    private volatile long begun;
    private volatile long done;
    private volatile long reached = -1;

    LedgerTail(EventLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * Joins those who are told, in the order of the ledger and one event at a time.
     *
     * @param listener must neither block nor throw
     * @return the position after which it is told each event
     */
    public synchronized long join(Consumer<RecordedEvent> listener) {
        if (reached < 0) {
            reached = ledger.knownHead();
        }
        listeners.add(listener);
        return reached;
    }

    /**
     * Has told, on return, whatever had been acknowledged before the call; within one request or command, before the first
     * such call.
     *
     * @return the position up to which it was told
     */
    public long catchUp() {
        Freshness freshness = Freshness.current();
        long end = freshness.isKnown() ? ledger.knownHead() : head();
        freshness.becomeKnown();
        tellUpTo(end);
        return end;
    }

    /** The ledger's end, as it was looked up after this call began, be it by another thread. */
    private long head() {
        long wanted = begun + 1;
        asking.lock();
        try {
            if (done >= wanted) {
                return ledger.knownHead();
            }
            long round = begun + 1;
            begun = round;
            long head = ledger.head();
            done = round;
            return head;
        } finally {
            asking.unlock();
        }
    }

    private void tellUpTo(long position) {
        if (position > reached) {
            synchronized (this) {
                while (reached < position) {
                    int wanted = (int) Math.min(BATCH, position - reached);
                    for (RecordedEvent event : ledger.readAfter(reached, wanted)) {
                        listeners.forEach(listener -> listener.accept(event));
                        reached = event.position();
                    }
                }
            }
        }
    }
}
