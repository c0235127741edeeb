package org.dialogue.ledger;

import java.time.Duration;

/**
 * How long tests wait for what must come. Nothing is asserted by it: only a test that fails ever takes so long.
 */
public final class Patience {

    /** For one step, also while other builds starve this one. */
    public static final Duration LONGEST = Duration.ofMinutes(2);

    private Patience() {}
}
