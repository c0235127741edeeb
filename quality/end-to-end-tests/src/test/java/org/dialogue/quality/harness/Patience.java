package org.dialogue.quality.harness;

import java.time.Duration;

/** How long tests wait for what should come soon. On a busy machine {@code -Ddialogue.patience=3} triples it. */
public final class Patience {

    private static final int FACTOR = Integer.getInteger("dialogue.patience", 1);

    /** For a program to start. */
    public static final Duration START = Duration.ofMinutes(10).multipliedBy(FACTOR);

    /** For news to travel from one service to another, and for anything else that should be a matter of moments. */
    public static final Duration NEWS = Duration.ofMinutes(2).multipliedBy(FACTOR);

    /** For a program to answer a request: a busy machine may stop it for seconds. */
    public static final Duration REQUEST = Duration.ofMinutes(1).multipliedBy(FACTOR);

    private Patience() {}
}
