package org.dialogue.ledger;

/**
 * A stored document is no commit: a field is missing, or of another type than the format says.
 */
final class MalformedCommitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int eventsBefore;

    MalformedCommitException(RuntimeException cause, int eventsBefore) {
        super(cause.getMessage(), cause);
        this.eventsBefore = eventsBefore;
    }

    /** How many events of the commit come before the one that cannot be read; 0 if the fault is not in an event. */
    int eventsBefore() {
        return eventsBefore;
    }
}
