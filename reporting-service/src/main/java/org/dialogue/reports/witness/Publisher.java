package org.dialogue.reports.witness;

import java.util.List;
import java.util.Optional;
import org.dialogue.ledger.checkpoint.VerifierKey;

/** A ledger's holder, who can be asked but not believed. */
interface Publisher {

    /**
     * Asks for the root of the tree at a size.
     *
     * @return 32 bytes; empty if the ledger does not have so many events
     * @throws Unreachable if there is no answer
     */
    Optional<byte[]> rootAt(long size);

    /**
     * Asks for the keys that sign its checkpoints.
     *
     * @throws Unreachable if there is no answer
     */
    List<VerifierKey> keys();

    /** There is no answer that could be used. */
    final class Unreachable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unreachable(String message) {
            super(message);
        }

        Unreachable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
