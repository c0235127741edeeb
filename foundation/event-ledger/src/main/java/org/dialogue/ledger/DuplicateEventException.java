package org.dialogue.ledger;

/** An event with the same id is in the ledger already, or twice in the commit. Nothing of the commit was stored. */
public final class DuplicateEventException extends ConflictException {

    private static final long serialVersionUID = 1L;

    DuplicateEventException(String eventId) {
        super("Event %s is in the ledger already".formatted(eventId), eventId);
    }
}
