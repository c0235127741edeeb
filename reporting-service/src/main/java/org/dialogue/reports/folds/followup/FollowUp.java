package org.dialogue.reports.folds.followup;

import java.util.List;
import org.dialogue.events.commitment.CommitmentEvent;
import org.dialogue.reports.folds.HistoryEntry;
import org.dialogue.reports.folds.ViewFold;
import org.dialogue.reports.folds.commitments.Commitments;
import org.dialogue.reports.folds.coverage.Coverage;
import org.dialogue.reports.folds.reference.ReferenceData;

/**
 * What became of questions and of what was promised: folded once, for coverage, commitments and counts alike.
 *
 * @param coverage the questions, their parts and who owes what
 * @param commitments open and ended
 */
public record FollowUp(Coverage coverage, Commitments commitments) {

    /** How the view is folded. It is addressed by the reports that it serves. */
    public static final ViewFold<FollowUp> FOLD = new ViewFold<>(
            List.of("coverage", "open-commitments", "counts"),
            new FollowUp(Coverage.EMPTY, Commitments.NONE),
            FollowUp::after);

    private FollowUp after(HistoryEntry entry) {
        if (entry.event() instanceof CommitmentEvent event) {
            return new FollowUp(coverage, commitments.after(event));
        }
        Coverage next = coverage.after(entry);
        return next == coverage ? this : new FollowUp(next, commitments);
    }

    /** {@return the directory, the programmes and the questions} */
    public ReferenceData reference() {
        return coverage.reference();
    }
}
