package org.dialogue.kit.polling;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes a thread. Rings before it waits are not lost; many rings wake it once. */
final class WakeSignal {

    private final Semaphore rung = new Semaphore(0);

    /** Wakes whoever waits, or who waits next. */
    void ring() {
        if (rung.availablePermits() == 0) {
            rung.release();
        }
    }

    /** Returns when it has rung, and after a while in any case. */
    void await(Duration atMost) throws InterruptedException {
        if (rung.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            rung.drainPermits();
        }
    }
}
