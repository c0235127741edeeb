package org.dialogue.reports.commitments.web;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.dialogue.events.commitment.CommittedBy;
import org.dialogue.events.commitment.EvidenceLink;
import org.dialogue.events.commitment.Measure;
import org.dialogue.events.vocabulary.Due;
import org.dialogue.events.vocabulary.SourceNote;
import org.dialogue.reports.folds.commitments.CommitmentState;
import org.dialogue.reports.folds.commitments.MilestoneStanding;
import org.dialogue.reports.web.Named;
import org.jspecify.annotations.Nullable;

/**
 * An open commitment on the list.
 *
 * @param programmeId the programme in which it is followed up
 * @param bodies the bodies that bear it, the leading one first
 * @param committedBy on whose word it rests
 * @param assignedBy the body that charged them with it, where that is another
 * @param ageDays days since it was promised
 * @param late whether its due date has passed
 * @param subjects the questions it follows from, as far as the reader may see them
 * @param awaiting the higher authority it waits for
 * @param measure absent where its numbers cannot be shown
 * @param claims every claim of completion, in the order in which they were made
 * @param fault what is wrong with what is shown here, because history holds what cannot be shown or does not fit; absent if
 *     nothing is
 * @param timesSentBack how often a claim of completion was not accepted
 */
record CommitmentItem(
        String commitmentId,
        String programmeId,
        String text,
        List<Named> bodies,
        CommittedBy committedBy,
        @Nullable Named assignedBy,
        Due due,
        Instant committedAt,
        long ageDays,
        CommitmentState state,
        boolean late,
        @Nullable Measure measure,
        List<MilestoneStanding> milestones,
        List<Subject> subjects,
        @Nullable Named awaiting,
        @Nullable LastProgress lastProgress,
        List<Claim> claims,
        int timesSentBack,
        @Nullable SourceNote source,
        @Nullable String fault) {

    /**
     * A question that a commitment follows from.
     *
     * @param number the question's running number within the programme in which it was raised
     * @param parts the parts it follows from; empty means the question as a whole
     */
    record Subject(String questionId, int number, List<Integer> parts, Named unit, Collection<String> topics) {}

    /**
     * A body held that it was kept.
     *
     * @param unreachedMilestones the milestones that nobody had reported as reached, by id
     */
    record Claim(Instant at, Named body, String text, List<EvidenceLink> evidence, List<String> unreachedMilestones) {}

    /** What a body last said about it. */
    record LastProgress(Instant at, Named body, String text, List<EvidenceLink> evidence) {}
}
