package org.dialogue.ledger.axon;

import java.time.Duration;
import org.junit.jupiter.api.function.Executable;

/**
 * Axon's suites give some of their threads a tenth of a second. What they are about is the store, not a machine that is busy
 * with something else, or a process that loads its classes: so they begin when both have just been quick.
 */
final class QuietMoment {

    private static final Duration QUICK = Duration.ofMillis(30);
    private static final int TIMES_IN_A_ROW = 3;

    private final Executable rehearsal;

    /** For all tests of a class together: where it never goes quickly, they should not wait for it again and again. */
    private Duration patience = Duration.ofMinutes(1);

    /**
     * @param rehearsal does what the tests do
     */
    QuietMoment(Executable rehearsal) {
        this.rehearsal = rehearsal;
    }

    /** Rehearses until it goes quickly. */
    void await() throws Throwable {
        // Or what was left behind before might be collected just then.
        System.gc();
        long begin = System.nanoTime();
        int quick = 0;
        while (quick < TIMES_IN_A_ROW && since(begin).compareTo(patience) < 0) {
            long started = System.nanoTime();
            rehearsal.execute();
            quick = since(started).compareTo(QUICK) < 0 ? quick + 1 : 0;
        }
        patience = patience.minus(since(begin));
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
