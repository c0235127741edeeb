package org.dialogue.ledger;

/** A commit holds more than its {@link CommitLimits} allow. Nothing of it was stored. */
public final class CommitTooLargeException extends LedgerException {

    private static final long serialVersionUID = 1L;

    CommitTooLargeException(String message) {
        super(message, null);
    }
}
