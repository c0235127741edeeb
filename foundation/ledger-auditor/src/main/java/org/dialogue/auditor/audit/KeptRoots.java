package org.dialogue.auditor.audit;

import static org.dialogue.auditor.export.Printable.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The checkpoints that were kept elsewhere, by size.
 */
final class KeptRoots {

    private final PriorityQueue<KnownRoot> roots = new PriorityQueue<>(Comparator.comparingLong(KnownRoot::size));

    /**
     * @throws MisfitException if one is of another ledger, or bears a wrong signature of a known key
     */
    KeptRoots(String origin, Evidence evidence, Keyring keyring) throws MisfitException {
        for (Evidence.KeptCheckpoint kept : evidence.checkpoints()) {
            if (!kept.checkpoint().origin().equals(origin)) {
                throw new MisfitException("%s is a checkpoint of the ledger '%s', and the export is of '%s'."
                        .formatted(text(kept.file()), text(kept.checkpoint().origin()), text(origin)));
            }
            Keyring.Signatures signatures = keyring.examineGiven(kept.checkpoint(), text(kept.file()));
            String label = "the checkpoint of size %d that you gave (%s%s)"
                    .formatted(
                            kept.checkpoint().size(),
                            text(kept.file()),
                            signatures.verifiedBy().isEmpty() ? ", signed by no known key" : "");
            roots.add(KnownRoot.of(kept.checkpoint(), Voucher.KEPT_ELSEWHERE, signatures.verifiedBy(), label));
        }
    }

    /** Whether none is left. */
    boolean isEmpty() {
        return roots.isEmpty();
    }

    /** Takes the next, of which there must be one. */
    KnownRoot take() {
        return roots.remove();
    }

    /** Takes all of one size. */
    List<KnownRoot> take(long size) {
        List<KnownRoot> taken = new ArrayList<>();
        while (!roots.isEmpty() && roots.element().size() == size) {
            taken.add(take());
        }
        return taken;
    }
}
