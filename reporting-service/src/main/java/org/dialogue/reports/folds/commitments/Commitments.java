package org.dialogue.reports.folds.commitments;

import org.dialogue.events.Identifier;
import org.dialogue.events.commitment.CommitmentEvent;
import org.dialogue.events.commitment.CommitmentEvent.FollowUpCommitted;
import org.dialogue.events.vocabulary.CommitmentId;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * All commitments by id. The ended ones stand apart, so that years of kept promises do not slow the list of open ones.
 */
public record Commitments(PMap<CommitmentId, Commitment> open, PMap<CommitmentId, Commitment> ended) {

    /** Before anything was promised. */
    public static final Commitments NONE = new Commitments(HashTreePMap.empty(), HashTreePMap.empty());

    /**
     * The step of the fold.
     *
     * @param event what happened to a commitment
     * @return the commitments after it
     * @throws IllegalStateException if the commitment was never made, was made before, or has ended
     */
    public Commitments after(CommitmentEvent event) {
        CommitmentId id = event.commitmentId();
        Commitment next;
        Commitment former = find(id);
        if (event instanceof FollowUpCommitted promise) {
            if (former != null) {
                throw new IllegalStateException("history makes the commitment " + id + " again");
            }
            next = Commitment.of(promise);
        } else {
            if (former == null) {
                throw new IllegalStateException("history goes on with the commitment " + id + ", which was never made");
            }
            next = former.after(event);
        }
        return next.state().isOpen()
                ? new Commitments(open.plus(id, next), ended.minus(id))
                : new Commitments(open.minus(id), ended.plus(id, next));
    }

    /** {@return the commitment, open or ended, or null if there is none} */
    public @Nullable Commitment find(CommitmentId id) {
        Commitment found = open.get(id);
        return found != null ? found : ended.get(id);
    }

    /**
     * Whether something has a place here, or belongs elsewhere: for the faults of what has none.
     *
     * @param aggregateId with its kind, such as {@code commitment:c7}
     */
    public boolean shows(String aggregateId) {
        String value = aggregateId.replaceFirst("^[^:]*:?", "");
        return switch (aggregateId.replaceFirst(":.*", "")) {
            case "commitment" -> Identifier.FORMAT.matcher(value).matches() && find(new CommitmentId(value)) != null;
            case "question", "assignment", "alarm" -> true;
            default -> false;
        };
    }
}
