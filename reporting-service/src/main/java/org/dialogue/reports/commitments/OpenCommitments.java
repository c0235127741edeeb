package org.dialogue.reports.commitments;

import org.dialogue.events.Identifier;
import org.dialogue.events.commitment.CommitmentEvent;
import org.dialogue.events.vocabulary.CommitmentId;
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
        Background next = background.after(entry);
        return next == background ? this : new OpenCommitments(next, commitments);
    }

    /**
     * Whether something has a place in this view, or belongs to another: for the faults of what has none.
     *
     * @param aggregateId with its kind, such as {@code commitment:c7}
     */
    public boolean shows(String aggregateId) {
        String value = aggregateId.replaceFirst("^[^:]*:?", "");
        return switch (aggregateId.replaceFirst(":.*", "")) {
            case "commitment" ->
                Identifier.FORMAT.matcher(value).matches() && commitments.find(new CommitmentId(value)) != null;
            case "question", "assignment", "alarm" -> true;
            default -> false;
        };
    }
}
