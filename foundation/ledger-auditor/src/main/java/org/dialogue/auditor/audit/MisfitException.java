package org.dialogue.auditor.audit;

/**
 * What was given from elsewhere does not fit this export: it belongs to another ledger, or is itself not right. Then
 * nothing can be said of the export. The message is a whole sentence for people.
 */
public final class MisfitException extends Exception {

    private static final long serialVersionUID = 1L;

    MisfitException(String message) {
        super(message);
    }
}
