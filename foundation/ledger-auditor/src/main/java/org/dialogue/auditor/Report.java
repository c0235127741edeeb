package org.dialogue.auditor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.dialogue.auditor.audit.Evidence;
import org.dialogue.auditor.audit.Outcome;
import org.dialogue.auditor.export.Printable;
import org.dialogue.auditor.note.KeyKind;

/**
 * What is printed of an outcome.
 */
final class Report {

    private Report() {}

    /** What was found, and by which keys, line by line. */
    static List<String> details(Outcome outcome, Evidence evidence) {
        List<String> lines = new ArrayList<>();
        lines.add("Ledger       " + Printable.text(outcome.ledger().origin()));
        lines.add("Exported     " + outcome.ledger().exportedAt());
        lines.add("Events       " + outcome.events() + " in order" + period(outcome));
        lines.add("Root         " + Base64.getEncoder().encodeToString(outcome.root()));
        lines.add("Checkpoints  %d in the export, %d given"
                .formatted(outcome.checkpoints(), evidence.checkpoints().size()));
        if (outcome.earlierIssue() != null) {
            lines.add("Remark       " + outcome.earlierIssue()
                    + " says it was issued before the one ahead of it: a clock was set back, or that time altered"
                    + " (it is not signed)");
        }
        outcome.keys().forEach(key -> lines.addAll(key(key)));
        lines.add("Proven       " + proven(outcome));
        return lines;
    }

    private static String period(Outcome outcome) {
        Outcome.Period period = outcome.period();
        return period == null ? "" : ", recorded from %s to %s".formatted(period.first(), period.last());
    }

    private static List<String> key(Outcome.KeyReport key) {
        boolean isWitness = key.key().kind() == KeyKind.WITNESS;
        String signed = key.checkpoints() == 0
                ? "no right signature"
                : "right signatures: %d, the last at size %d%s"
                        .formatted(
                                key.checkpoints(),
                                key.greatestSize(),
                                isWitness ? " and at " + Instant.ofEpochSecond(key.lastTime()) : "");
        return List.of(
                "%-12s %s, %s"
                        .formatted(
                                isWitness ? "Witness" : "Key",
                                Printable.text(key.key().label()),
                                key.isGiven() ? "given" : "from the export"),
                "             SHA-256 " + key.key().fingerprint(),
                "             " + signed);
    }

    private static String proven(Outcome outcome) {
        if (outcome.provenTo() >= 0) {
            return "up to position %d by what was given".formatted(outcome.provenTo());
        }
        return outcome.provenByExportTo() >= 0
                ? "up to position %d by keys from the export alone".formatted(outcome.provenByExportTo())
                : "nothing";
    }

    /** The verdict, line by line. */
    static List<String> verdict(Verdict verdict) {
        List<String> lines = new ArrayList<>();
        lines.add(verdict.headline());
        verdict.reasons().forEach(reason -> lines.add("  " + reason));
        return lines;
    }
}
