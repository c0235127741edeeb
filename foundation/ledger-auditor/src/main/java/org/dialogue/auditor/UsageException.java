package org.dialogue.auditor;

/** What stands on the command line cannot be used. The message is a whole sentence for people. */
final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
