package org.dialogue.ledger;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Is told how appends of this instance go, for meters. Called in the threads of writers, who wait meanwhile: it should
 * count and return.
 */
public interface AppendObserver {

    /**
     * An append came to its end.
     *
     * @param took from the call to the outcome, time spent waiting for other writers included
     * @param failure what the writer gets thrown; null if its events are recorded
     */
    void appended(Duration took, @Nullable Throwable failure);

    /**
     * Commits went out together.
     *
     * @param commits how many shared one insert, 1 or more
     * @param events how many events they held together
     */
    void grouped(int commits, int events);
}
