package org.dialogue.ledger.checkpoint;

/**
 * A head is not signed, and the message says why.
 */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedException(String why) {
        super(why);
    }
}
