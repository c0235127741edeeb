package org.dialogue.reports.folds.commitments;

import java.time.Instant;
import org.dialogue.events.commitment.Milestone;
import org.dialogue.events.vocabulary.Due;
import org.jspecify.annotations.Nullable;

/**
 * A step on the way to keeping a commitment.
 *
 * @param id unique within the commitment
 * @param reachedAt when it was reached, by the earliest report of it; absent while it is not
 */
public record MilestoneStanding(
        String id, String text, Due due, @Nullable Instant reachedAt) {

    static MilestoneStanding ahead(Milestone milestone) {
        return new MilestoneStanding(milestone.id(), milestone.text(), milestone.due(), null);
    }

    MilestoneStanding reached(Instant at) {
        return reachedAt != null && !at.isBefore(reachedAt) ? this : new MilestoneStanding(id, text, due, at);
    }
}
