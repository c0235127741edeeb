package org.dialogue.ledger.axon;

import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * Axon's suites give some of their threads a tenth of a second. What they are about is the store, not a machine that is busy
 * with something else, or a process that loads its classes: so they begin when both have just been quick.
 */
final class QuietMoment {

    private static final Duration QUICK = Duration.ofMillis(20);
    private static final int TIMES_IN_A_ROW = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private QuietMoment() {}

    /**
     * Rehearses until it goes quickly, or it is clear that it never will.
     *
     * @param rehearsal does what the tests do
     */
    static void await(Callable<?> rehearsal) throws Exception {
        long begin = System.nanoTime();
        int quick = 0;
        while (quick < TIMES_IN_A_ROW && System.nanoTime() - begin < PATIENCE.toNanos()) {
            long started = System.nanoTime();
            rehearsal.call();
            quick = System.nanoTime() - started < QUICK.toNanos() ? quick + 1 : 0;
        }
    }
}
