package org.dialogue.ledger.checkpoint;

/**
 * A text is not what it should be: no signed note, or no checkpoint. Whether a signature is right is not asked here.
 */
public final class MalformedNoteException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    MalformedNoteException(String message) {
        super(message);
    }
}
