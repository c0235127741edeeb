package org.dialogue.ledger;

/**
 * A position that must exist is missing. Somebody removed or altered history; reading stops before the gap.
 */
public final class BrokenHistoryException extends LedgerException {

    private static final long serialVersionUID = 1L;

    private final long position;

    BrokenHistoryException(long position) {
        super("History is broken: position %d is missing although later ones exist".formatted(position), null);
        this.position = position;
    }

    /**
     * The first missing position.
     */
    public long position() {
        return position;
    }
}
