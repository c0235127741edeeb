package org.dialogue.kit.rules;

/** It has changed since the caller read it (HTTP 412). */
public final class StaleVersion extends DomainException {

    /**
     * Refuses an old version.
     *
     * @param expected the version the caller had seen
     */
    public StaleVersion(long expected) {
        super("stale-version", "it has changed since version " + expected + "; read it again", expected);
    }
}
