package org.dialogue.ledger;

import org.dialogue.ledger.LedgerVerification.Flaw;

/**
 * Ends a verification at the first thing wrong.
 */
final class FlawFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Flaw flaw;
    private final long firstPosition;
    private final long lastPosition;
    private final String explanation;

    FlawFound(Flaw flaw, long firstPosition, long lastPosition, String explanation) {
        super(explanation, null, false, false);
        this.flaw = flaw;
        this.firstPosition = firstPosition;
        this.lastPosition = lastPosition;
        this.explanation = explanation;
    }

    Flaw flaw() {
        return flaw;
    }

    long firstPosition() {
        return firstPosition;
    }

    long lastPosition() {
        return lastPosition;
    }

    String explanation() {
        return explanation;
    }
}
