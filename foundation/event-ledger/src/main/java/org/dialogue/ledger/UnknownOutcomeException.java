package org.dialogue.ledger;

/**
 * The server did not say whether a commit was stored, and could not be asked in time. It may be in the ledger, or get
 * there yet; either way as a whole or not at all. Appending the same events again is safe: their ids are unique.
 */
public final class UnknownOutcomeException extends LedgerException {

    private static final long serialVersionUID = 1L;

    UnknownOutcomeException(String message, Throwable cause) {
        super(message, cause);
    }
}
