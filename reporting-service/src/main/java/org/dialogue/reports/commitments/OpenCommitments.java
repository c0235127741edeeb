package org.dialogue.reports.commitments;

import org.dialogue.events.commitment.CommitmentEvent;
import org.dialogue.reports.background.Background;
import org.dialogue.reports.views.HistoryEntry;
import org.dialogue.reports.views.ViewFold;

/**
 * The view behind the list of open commitments.
 *
 * @param background the questions they follow from, and the names of who bears them
 * @param commitments open and ended, so that a commitment's end is known as such
 */
public record OpenCommitments(Background background, Commitments commitments) {

    /** How the view is folded. */
    public static final ViewFold<OpenCommitments> FOLD = new ViewFold<>(
            "open-commitments", new OpenCommitments(Background.EMPTY, Commitments.NONE), OpenCommitments::after);

    private OpenCommitments after(HistoryEntry entry) {
        if (entry.event() instanceof CommitmentEvent event) {
            return new OpenCommitments(background, commitments.after(event));
        }
        Background next = background.after(entry.event());
        return next == background ? this : new OpenCommitments(next, commitments);
    }
}
