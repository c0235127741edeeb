package org.dialogue.ledger;

/**
 * A position that must exist is missing or cannot be read. Somebody removed or altered history; reading stops before it.
 */
public final class BrokenHistoryException extends LedgerException {

    private static final long serialVersionUID = 1L;

    private final long position;

    BrokenHistoryException(long position) {
        super("History is broken: position %d is missing although later ones exist".formatted(position), null);
        this.position = position;
    }

    BrokenHistoryException(long position, Throwable malformed) {
        super("History is broken: what is stored for position %d is no commit".formatted(position), malformed);
        this.position = position;
    }

    /** The first position that is missing or cannot be read. */
    public long position() {
        return position;
    }
}
