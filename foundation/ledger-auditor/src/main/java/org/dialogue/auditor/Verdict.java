package org.dialogue.auditor;

import static org.dialogue.auditor.ExitCode.ALTERED;
import static org.dialogue.auditor.ExitCode.NOT_PROVEN;
import static org.dialogue.auditor.ExitCode.WHOLE;

import java.util.ArrayList;
import java.util.List;
import org.dialogue.auditor.audit.Evidence;
import org.dialogue.auditor.audit.Finding;
import org.dialogue.auditor.audit.Outcome;

/**
 * What an outcome means, in plain words.
 *
 * @param code the exit code
 * @param headline the verdict in one line
 * @param reasons why, a sentence each
 */
record Verdict(ExitCode code, String headline, List<String> reasons) {

    static Verdict of(Outcome outcome, Evidence evidence) {
        Finding finding = outcome.finding();
        if (finding != null) {
            return altered(outcome, finding);
        }
        if (outcome.isProven()) {
            return new Verdict(WHOLE, "WHOLE AND UNALTERED", whole(outcome));
        }
        return new Verdict(NOT_PROVEN, "NOTHING WRONG, BUT NOT PROVEN", notProven(outcome, evidence));
    }

    private static List<String> whole(Outcome outcome) {
        List<String> reasons = new ArrayList<>();
        reasons.add("All %d events are those that were signed: none altered, inserted, left out or moved."
                .formatted(outcome.events()));
        if (outcome.lastIssuedAt() != null) {
            reasons.add(
                    "The last checkpoint was issued at %s, as the export says. What was recorded later is not in it."
                            .formatted(outcome.lastIssuedAt()));
        }
        return reasons;
    }

    private static Verdict altered(Outcome outcome, Finding finding) {
        List<String> reasons = new ArrayList<>();
        reasons.add("First wrong " + place(finding));
        reasons.add("Why: " + finding.why() + ".");
        if (outcome.provenTo() > 0) {
            reasons.add("Up to position %d the events are proven to be those that were signed."
                    .formatted(outcome.provenTo()));
        }
        return new Verdict(ALTERED, "ALTERED", reasons);
    }

    private static String place(Finding finding) {
        if (finding.what() == Finding.Subject.CHECKPOINT) {
            return "checkpoint: of size %d".formatted(finding.to());
        }
        return finding.from() == finding.to()
                ? "position: %d".formatted(finding.to())
                : "position: between %d and %d".formatted(finding.from(), finding.to());
    }

    private static List<String> notProven(Outcome outcome, Evidence evidence) {
        List<String> reasons = new ArrayList<>();
        if (evidence.keys().isEmpty() && evidence.checkpoints().isEmpty() && outcome.provenTo() < 0) {
            reasons.add(
                    outcome.provenByExportTo() < 0
                            ? "No checkpoint in the export is signed by a key in it: nothing is proven."
                            : "The keys came only from the export itself. This proves integrity against the keys in the"
                                    + " export up to position %d, not who holds them: whoever forges all events can"
                                            .formatted(outcome.provenByExportTo())
                                    + " forge all keys. Give the ledger's key with --key, or a checkpoint that you"
                                    + " kept with --checkpoint.");
        } else if (outcome.provenTo() < 0) {
            reasons.add("No checkpoint is signed by a key that you gave. A history that somebody else signed anew looks"
                    + " like this; so does one whose key was replaced, and then the new key is needed too.");
        } else if (outcome.provenTo() < outcome.ledger().size()) {
            reasons.add(
                    "Up to position %d the events are proven. Nothing that you gave vouches for those from %d to %d."
                            .formatted(
                                    outcome.provenTo(),
                                    outcome.provenTo() + 1,
                                    outcome.ledger().size()));
        }
        for (Outcome.KeyReport witness : outcome.silentWitnesses()) {
            reasons.add("The witness %s has cosigned none of the checkpoints."
                    .formatted(witness.key().label()));
        }
        if (outcome.comparedTo() < outcome.events()) {
            reasons.add(("There was memory to compare ids and sequences up to position %d only. Give Java more, for"
                            + " example -Xmx4g.")
                    .formatted(outcome.comparedTo()));
        }
        return reasons;
    }
}
