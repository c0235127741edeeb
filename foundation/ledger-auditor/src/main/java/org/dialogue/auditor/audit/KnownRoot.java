package org.dialogue.auditor.audit;

import java.util.List;
import org.dialogue.auditor.note.Checkpoint;
import org.dialogue.auditor.note.VerifierKey;

/**
 * A root that the tree must have at some size.
 *
 * @param size number of events
 * @param root 32 bytes
 * @param voucher who stands behind it
 * @param verifiedBy the known keys that signed it, all of them rightly
 * @param label what it is and where, for messages
 */
record KnownRoot(long size, byte[] root, Voucher voucher, List<SignedBy> verifiedBy, String label) {

    /**
     * A right signature.
     *
     * @param time of a cosignature, in seconds since 1970; 0 for others
     */
    record SignedBy(VerifierKey key, long time) {}

    static KnownRoot of(Checkpoint checkpoint, Voucher voucher, List<SignedBy> verifiedBy, String label) {
        return new KnownRoot(checkpoint.size(), checkpoint.root(), voucher, verifiedBy, label);
    }

    boolean sharesKeyWith(KnownRoot other) {
        return verifiedBy.stream()
                .anyMatch(signed -> other.verifiedBy.stream()
                        .anyMatch(theirs ->
                                theirs.key().label().equals(signed.key().label())));
    }
}
