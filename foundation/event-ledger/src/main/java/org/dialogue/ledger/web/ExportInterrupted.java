package org.dialogue.ledger.web;

/**
 * An export failed after its beginning had been sent. Whoever receives it must see that the transfer broke off, so the
 * servlet container has to learn of it, and nothing may be written behind it.
 */
final class ExportInterrupted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ExportInterrupted(Exception cause) {
        super("The export broke off: " + cause.getMessage(), cause);
    }
}
