package org.dialogue.auditor.export;

/**
 * The export cannot be read as one: it is damaged, malformed, or beyond the limits. The message is a whole sentence for
 * people, with the place.
 */
public final class UnreadableExportException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what is wrong, and where
     */
    public UnreadableExportException(String message) {
        super(message);
    }
}
