package org.dialogue.ledger;

import org.jspecify.annotations.Nullable;

/** The ledger could not do what was asked. */
public abstract class LedgerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LedgerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
