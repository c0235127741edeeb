package org.dialogue.ledger;

import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * What a leader gives those who are expected to come back, before it inserts: a fraction of the time that the last insert
 * took, counted from its end. Without it, writers would fall into two halves that take turns, each insert with half of
 * what it could carry. Who expects nobody else does not wait.
 */
final class CommitLinger {

    /** Of the time the last insert took. */
    private static final int SHARE = 4;

    private static final long LONGEST_NANOS = 1_000_000;

    private final LongSupplier nanoTime;
    private final Runnable pause;
    private int expected;
    private long insertBegan;
    private long insertEnded;

    /**
     * @param pause lets others run
     */
    CommitLinger(LongSupplier nanoTime, Runnable pause) {
        this.nanoTime = nanoTime;
        this.pause = pause;
    }

    void insertBegins() {
        insertBegan = nanoTime.getAsLong();
    }

    /**
     * @param expected how many writers may want the next insert
     */
    void insertEnded(int expected) {
        this.expected = expected;
        insertEnded = nanoTime.getAsLong();
    }

    /**
     * Returns when all who are expected wait for the next insert, or the time is over.
     *
     * @param waiting how many wait now, the leader included
     */
    void await(IntSupplier waiting) {
        long patience = Math.min((insertEnded - insertBegan) / SHARE, LONGEST_NANOS);
        while (waiting.getAsInt() < expected && nanoTime.getAsLong() - insertEnded < patience) {
            pause.run();
        }
    }
}
