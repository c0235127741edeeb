package org.dialogue.ledger;

/**
 * A stored document is no commit: a field is missing, or of another type than the format says.
 */
final class MalformedCommitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedCommitException(RuntimeException cause) {
        super(cause.getMessage(), cause);
    }
}
