package org.dialogue.auditor.audit;

import java.util.List;
import org.dialogue.auditor.note.Checkpoint;
import org.dialogue.auditor.note.VerifierKey;

/**
 * What the auditor knows from elsewhere than the export.
 *
 * @param keys public keys of the ledger
 * @param witnesses public keys of witnesses
 * @param checkpoints kept from earlier times
 */
public record Evidence(List<VerifierKey> keys, List<VerifierKey> witnesses, List<KeptCheckpoint> checkpoints) {

    /**
     * A checkpoint and where it was kept.
     *
     * @param checkpoint what it says
     * @param file its name, for messages
     */
    public record KeptCheckpoint(Checkpoint checkpoint, String file) {}

    /**
     * Whether a key that is known from elsewhere signed this checkpoint.
     *
     * @throws MisfitException if none of the ledgers' keys is of its ledger, two of them cannot be told apart, or a signature of a known key is wrong
     */
    public boolean vouchesFor(Checkpoint checkpoint) throws MisfitException {
        Keyring keyring = new Keyring(checkpoint.origin(), this);
        return keyring.examineGiven(checkpoint, "A checkpoint that you gave").voucher() == Voucher.KEY_GIVEN;
    }

    /** Nothing is known from elsewhere. */
    public static final Evidence NONE = new Evidence(List.of(), List.of(), List.of());
}
