package org.dialogue.ledger;

/** A commit was refused because of what the ledger already holds. Nothing of it was stored. */
public abstract class ConflictException extends LedgerException {

    private static final long serialVersionUID = 1L;

    private final String eventId;

    ConflictException(String message, String eventId) {
        super(message, null);
        this.eventId = eventId;
    }

    /** The first event of the refused commit that conflicts. */
    public String eventId() {
        return eventId;
    }
}
