package org.dialogue.kit.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Waiting for what other threads do, on machines of any speed: only what never comes uses the time up. */
public final class Patience {

    public static final Duration PATIENCE = Duration.ofMinutes(2);

    private Patience() {}

    /** Begins a wait that gives up late. */
    public static ConditionFactory await() {
        return Awaitility.await().atMost(PATIENCE);
    }
}
