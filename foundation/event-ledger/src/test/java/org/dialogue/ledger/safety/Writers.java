package org.dialogue.ledger.safety;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dialogue.ledger.Commit;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.LedgerEvent;
import org.dialogue.ledger.Patience;
import org.jspecify.annotations.Nullable;

/**
 * Lets commits pile up behind one whose insert is held before the server, in a known order, so that those that wait can
 * share the next insert.
 */
final class Writers {

    private final WireProxy network;
    private final EventLedger ledger;
    private final CountDownLatch open = new CountDownLatch(1);

    Writers(WireProxy network, EventLedger ledger) {
        this.network = network;
        this.ledger = ledger;
    }

    /**
     * Appends this and holds its insert until the gate is opened.
     *
     * @param then what becomes of the inserts that follow, in this order
     */
    Writer hold(List<LedgerEvent> events, Fate... then) throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(1);
        List<Fate> fates = new ArrayList<>(List.of(new Fate.Held(arrived, open)));
        fates.addAll(List.of(then));
        network.decideInserts(Fate.inTurn(fates.toArray(Fate[]::new)));
        Writer held = new Writer(ledger, events);
        if (!arrived.await(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("No insert was sent");
        }
        return held;
    }

    /** Starts an append that comes to wait behind the held one and all before it, unless it is turned away at once. */
    Writer queue(LedgerEvent... events) {
        Writer writer = new Writer(ledger, List.of(events));
        await().atMost(Patience.LONGEST).pollInterval(Duration.ofMillis(1)).until(writer::waitsOrIsDone);
        return writer;
    }

    void openTheGate() {
        open.countDown();
    }

    /** One append in a thread of its own. */
    static final class Writer {

        private final List<LedgerEvent> events;
        private final Thread thread;
        private volatile @Nullable Commit commit;
        private volatile @Nullable Throwable failure;
        private volatile boolean interrupted;

        private Writer(EventLedger ledger, List<LedgerEvent> events) {
            this.events = events;
            this.thread = new Thread(
                    () -> {
                        try {
                            commit = ledger.append(events);
                        } catch (RuntimeException | Error thrown) {
                            failure = thrown;
                        }
                        interrupted = Thread.currentThread().isInterrupted();
                    },
                    "writer");
            thread.setDaemon(true);
            thread.start();
        }

        List<LedgerEvent> events() {
            return events;
        }

        void interrupt() {
            thread.interrupt();
        }

        /** The commit, or null if the append failed. */
        @Nullable
        Commit commit() {
            end();
            return commit;
        }

        /** What the append threw, or null. */
        @Nullable
        Throwable failure() {
            end();
            return failure;
        }

        boolean wasStillInterrupted() {
            end();
            return interrupted;
        }

        private boolean waitsOrIsDone() {
            Thread.State state = thread.getState();
            return state == Thread.State.WAITING || state == Thread.State.TERMINATED;
        }

        private void end() {
            await().atMost(Patience.LONGEST).pollInterval(Duration.ofMillis(1)).until(() -> !thread.isAlive());
        }
    }
}
