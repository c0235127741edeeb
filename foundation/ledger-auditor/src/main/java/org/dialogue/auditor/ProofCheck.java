package org.dialogue.auditor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.dialogue.auditor.audit.Evidence;
import org.dialogue.auditor.audit.MisfitException;
import org.dialogue.auditor.export.ExportedEvent;
import org.dialogue.auditor.export.Printable;
import org.dialogue.auditor.export.ProofFiles;
import org.dialogue.auditor.export.UnreadableExportException;
import org.dialogue.auditor.note.Checkpoint;
import org.dialogue.auditor.tree.ConsistencyProof;
import org.dialogue.auditor.tree.InclusionProof;
import org.dialogue.auditor.tree.LeafHasher;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a single proof against checkpoints that were given with it: that an event stands in a ledger, or that a
 * ledger only grew. A checkpoint may come by the same road as the proof, so it counts only if a given key signed it.
 */
final class ProofCheck {

    private final Evidence evidence;
    private final String proof;
    private final @Nullable String event;

    /**
     * @param proof a proof, as the ledger hands it out
     * @param event a line of an export, which the proof should be of, or null
     */
    ProofCheck(Evidence evidence, String proof, @Nullable String event) {
        this.evidence = evidence;
        this.proof = proof;
        this.event = event;
    }

    Verdict verdict() throws UnreadableExportException, UsageException, MisfitException {
        return ProofFiles.isInclusion(proof, "the proof") ? inclusion() : consistency();
    }

    private Verdict inclusion() throws UnreadableExportException, UsageException, MisfitException {
        InclusionProof inclusion = ProofFiles.inclusion(proof, "the proof");
        Checkpoint checkpoint = checkpoint(inclusion.size());
        if (event != null) {
            ExportedEvent given = ProofFiles.event(event, "the event");
            if (!Arrays.equals(given.leaf(new LeafHasher()), inclusion.leaf())) {
                return wrong("The event given is not the one that the proof is of: its leaf hash is another.");
            }
        }
        if (!inclusion.proves(checkpoint.root())) {
            return wrong("It does not lead to the root of the checkpoint of size %d.".formatted(inclusion.size()));
        }
        return right(
                "%s stands at position %d of the ledger '%s'."
                        .formatted(
                                event == null
                                        ? "The event with the leaf hash "
                                                + HexFormat.of().formatHex(inclusion.leaf())
                                        : "The event given",
                                inclusion.position(),
                                Printable.text(checkpoint.origin())),
                List.of(checkpoint));
    }

    private Verdict consistency() throws UnreadableExportException, UsageException, MisfitException {
        ConsistencyProof consistency = ProofFiles.consistency(proof, "the proof");
        if (event != null) {
            throw new UsageException("An event goes with a proof of inclusion, and this is one of consistency.");
        }
        Checkpoint earlier = checkpoint(consistency.from());
        Checkpoint later = checkpoint(consistency.to());
        if (!earlier.origin().equals(later.origin())) {
            throw new UsageException("The two checkpoints are of different ledgers.");
        }
        if (!consistency.proves(earlier.root(), later.root())) {
            return wrong("It does not lead from the root of size %d to that of size %d."
                    .formatted(consistency.from(), consistency.to()));
        }
        return right(
                "Between the sizes %d and %d the ledger '%s' only grew."
                        .formatted(consistency.from(), consistency.to(), Printable.text(later.origin())),
                List.of(earlier, later));
    }

    private Checkpoint checkpoint(long size) throws UsageException {
        List<Checkpoint> ofSize = evidence.checkpoints().stream()
                .map(Evidence.KeptCheckpoint::checkpoint)
                .filter(checkpoint -> checkpoint.size() == size)
                .toList();
        if (ofSize.isEmpty()) {
            throw new UsageException(
                    "The proof needs the checkpoint of size %d: give it with --checkpoint.".formatted(size));
        }
        Checkpoint first = ofSize.get(0);
        if (ofSize.stream().anyMatch(other -> !Arrays.equals(other.root(), first.root()))) {
            throw new UsageException(
                    ("Two checkpoints of size %d were given that state different roots: at the most one"
                                    + " of them is of this ledger's history, and the proof cannot be of both.")
                            .formatted(size));
        }
        return first;
    }

    private static Verdict wrong(String reason) {
        return new Verdict(ExitCode.ALTERED, "WRONG PROOF", List.of(reason));
    }

    private Verdict right(String statement, List<Checkpoint> checkpoints) throws MisfitException {
        List<String> reasons = new ArrayList<>(List.of(statement));
        for (Checkpoint checkpoint : checkpoints) {
            if (!evidence.vouchesFor(checkpoint)) {
                reasons.add("But the checkpoint of size %d is signed by no key that you gave."
                        .formatted(checkpoint.size()));
            }
        }
        return reasons.size() == 1
                ? new Verdict(ExitCode.WHOLE, "PROVEN", reasons)
                : new Verdict(ExitCode.NOT_PROVEN, "RIGHT, BUT NOT PROVEN", reasons);
    }
}
