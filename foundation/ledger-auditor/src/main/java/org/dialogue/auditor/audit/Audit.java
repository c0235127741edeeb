package org.dialogue.auditor.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;
import org.dialogue.auditor.export.ExportFile;
import org.dialogue.auditor.export.ExportedCheckpoint;
import org.dialogue.auditor.export.ExportedEvent;
import org.dialogue.auditor.export.LedgerDescription;
import org.dialogue.auditor.export.ObjectLines;
import org.dialogue.auditor.export.UnreadableExportException;
import org.dialogue.auditor.tree.GrowingTree;
import org.dialogue.auditor.tree.LeafHasher;
import org.jspecify.annotations.Nullable;

/**
 * One pass over an export, in the order of its events, up to the first thing that is wrong. Each known root is held
 * against the tree when the tree has its size.
 */
public final class Audit {

    private static final String TWO_HISTORIES = "; the other checkpoint of that size is signed by the same key:"
            + " its holder signed two histories, and both notes together prove it, so keep them";

    private static final String YOUNGER =
            "; if it was issued only after the export was made, that proves nothing, and a new export is needed";

    private final ExportFile export;
    private final LongConsumer progress;
    private final LedgerDescription ledger;
    private final Keyring keyring;
    private final KeptRoots kept;
    private final CheckpointTrail trail;
    private final Order order;
    private final Assurance assurance = new Assurance();
    private final GrowingTree tree = new GrowingTree();
    private final LeafHasher leaves = new LeafHasher();

    /**
     * @param export the export
     * @param evidence what is known from elsewhere
     * @param memory bytes that may be spent on remembering ids and aggregates
     * @param progress is told the bytes of events that were read, now and then
     * @throws MisfitException if the evidence does not fit the export
     * @throws UnreadableExportException if the export is malformed
     */
    public Audit(ExportFile export, Evidence evidence, long memory, LongConsumer progress)
            throws MisfitException, UnreadableExportException {
        this.export = export;
        this.progress = progress;
        this.ledger = export.description();
        this.keyring = new Keyring(ledger.origin(), evidence);
        keyring.takeExported(export.keys());
        this.kept = new KeptRoots(ledger.origin(), evidence, keyring);
        ObjectLines<ExportedCheckpoint> checkpoints = export.checkpoints();
        this.trail = new CheckpointTrail(checkpoints, ledger.origin(), keyring);
        this.order = new Order(memory);
    }

    /**
     * Verifies.
     *
     * @throws UnreadableExportException if the export turns out to be malformed or damaged before anything is wrong
     */
    public Outcome run() throws UnreadableExportException {
        ObjectLines<ExportedEvent> lines = export.events();
        Finding finding = events(lines);
        if (finding == null) {
            finding = end();
        }
        if (finding != null) {
            // What looks altered may only be damaged on its way: the archive's checksum tells, at the end.
            lines.skipRest(progress);
            trail.skipRest();
        }
        progress.accept(lines.bytesRead());
        return Outcome.of(ledger, finding, tree, order, assurance, keyring, trail);
    }

    private @Nullable Finding events(ObjectLines<ExportedEvent> lines) throws UnreadableExportException {
        Finding finding = rootsOfThisSize();
        ExportedEvent event = finding == null ? lines.next() : null;
        while (event != null) {
            long position = tree.size() + 1;
            if (position > ledger.size()) {
                return Finding.event(
                        position, "the export states %d events, and there are more".formatted(ledger.size()));
            }
            finding = outOfOrder(event, position);
            if (finding != null) {
                return finding;
            }
            tree.append(event.leaf(leaves));
            finding = rootsOfThisSize();
            if (finding != null) {
                return finding;
            }
            progress.accept(lines.bytesRead());
            event = lines.next();
        }
        return finding;
    }

    private @Nullable Finding outOfOrder(ExportedEvent event, long position) {
        String misplacement = order.misplacement(event);
        if (misplacement != null) {
            return Finding.event(position, misplacement);
        }
        String objection = order.objection(event);
        return objection == null
                ? null
                : Finding.between(Math.max(0, assurance.provenTo(keyring.trusted())) + 1, position, objection);
    }

    private @Nullable Finding rootsOfThisSize() throws UnreadableExportException {
        List<KnownRoot> known = kept.take(tree.size());
        while (trail.isDue(tree.size())) {
            if (trail.finding() != null) {
                return trail.finding();
            }
            known.add(trail.root());
            Finding finding = compare(known);
            if (finding != null) {
                return finding;
            }
            known.clear();
            trail.pass();
        }
        return known.isEmpty() ? null : compare(known);
    }

    private @Nullable Finding compare(List<KnownRoot> known) {
        byte[] root = tree.root();
        List<KnownRoot> all = new ArrayList<>(known);
        if (tree.size() == ledger.size() && Arrays.equals(ledger.root(), root)) {
            // Where it is wrong, that counts at the end only; where it is right, it is so already.
            all.add(stated());
        }
        // The best first, and of equally good ones the right first: what is wrong beside it is then wrong by itself.
        List<KnownRoot> ordered = all.stream()
                .sorted(Comparator.comparing(KnownRoot::voucher)
                        .reversed()
                        .thenComparing(each -> !Arrays.equals(each.root(), root)))
                .toList();
        for (KnownRoot each : ordered) {
            Finding finding = assurance.compare(each, root);
            if (finding != null) {
                return known.stream().anyMatch(other -> areTwoHistories(each, other, root))
                        ? finding.because(TWO_HISTORIES)
                        : finding;
            }
        }
        return null;
    }

    /** The root that the export states of itself. */
    private KnownRoot stated() {
        return new KnownRoot(ledger.size(), ledger.root(), Voucher.NOBODY, List.of(), "ledger.json");
    }

    /** Whether the same key signed both what is not so and what is. */
    private static boolean areTwoHistories(KnownRoot wrong, KnownRoot right, byte[] root) {
        return Arrays.equals(right.root(), root) && wrong.sharesKeyWith(right);
    }

    private @Nullable Finding end() {
        long size = tree.size();
        if (size < ledger.size()) {
            return Finding.event(size + 1, "the export states %d events, and ends here".formatted(ledger.size()));
        }
        if (!kept.isEmpty()) {
            return Finding.event(size + 1, missing(kept.take().label()) + YOUNGER);
        }
        if (trail.finding() != null) {
            return trail.finding();
        }
        if (!trail.isEmpty()) {
            return Finding.event(size + 1, missing(trail.label()));
        }
        return compare(List.of(stated()));
    }

    private static String missing(String label) {
        return "the export ends before it, and %s says that there was more: the end was cut off, or an older state restored"
                .formatted(label);
    }
}
