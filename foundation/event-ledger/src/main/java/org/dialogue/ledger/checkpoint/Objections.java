package org.dialogue.ledger.checkpoint;

import java.util.Collection;
import java.util.Objects;
import org.dialogue.ledger.BrokenHistoryException;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.LedgerProofs;
import org.dialogue.ledger.tree.TreeHead;
import org.jspecify.annotations.Nullable;

/**
 * What speaks against signing. To sign is to promise that history only grew since the last signature: a signer that
 * breaks the promise once is worth nothing.
 */
final class Objections {

    private final EventLedger ledger;
    private final String origin;

    Objections(EventLedger ledger, String origin) {
        this.ledger = ledger;
        this.origin = origin;
    }

    /** Throws if a checkpoint that is kept is not of this ledger, or none of these keys signed it. */
    void checkSigned(IssuedCheckpoint kept, Collection<VerifierKey> keys) {
        if (!kept.checkpoint().origin().equals(origin)) {
            throw new RefusedException("The checkpoints kept here are of '%s', not of '%s'"
                    .formatted(kept.checkpoint().origin(), origin));
        }
        if (keys.stream().noneMatch(key -> key.verifies(kept.note()))) {
            throw new RefusedException(
                    "No known key signed the latest checkpoint, that at size %d".formatted(kept.size()));
        }
    }

    /**
     * Throws if the head is not what is stored, or history did more than grow.
     *
     * @param latest the checkpoint before; null if there is none
     */
    void checkGrowth(@Nullable IssuedCheckpoint latest, TreeHead head) {
        LedgerProofs proofs = ledger.proofs();
        try {
            if (latest != null) {
                checkGrowth(proofs, latest.checkpoint().tree(), head);
            }
            // The ledger remembers the end of history. It must also be what is stored.
            if (!proofs.headAt(head.size()).equals(head)) {
                throw new RefusedException(
                        "The events stored do not lead to the root stored at size %d".formatted(head.size()));
            }
        } catch (BrokenHistoryException e) {
            throw new RefusedException(Objects.requireNonNull(e.getMessage()));
        }
    }

    private static void checkGrowth(LedgerProofs proofs, TreeHead signed, TreeHead head) {
        if (head.size() < signed.size()) {
            throw new RefusedException("The ledger shrank: it holds %d events, and a checkpoint at size %d was signed"
                    .formatted(head.size(), signed.size()));
        }
        if (!proofs.headAt(signed.size()).equals(signed)) {
            throw new RefusedException("History was changed under the checkpoint at size %d".formatted(signed.size()));
        }
        if (!proofs.consistency(signed.size(), head.size()).proves(signed, head)) {
            throw new RefusedException("History at size %d does not go on from the checkpoint at size %d"
                    .formatted(head.size(), signed.size()));
        }
    }
}
