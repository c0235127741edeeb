package org.dialogue.answers.commitment.web;

import java.util.List;
import org.dialogue.answers.commitment.CommitmentState;
import org.dialogue.answers.commitment.CommitmentStatus;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentAwaitsAuthority;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentCompletionClaimed;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentProgressReported;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentSentBack;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentVerified;
import org.dialogue.events.commitment.CommitmentEvent.FollowUpCommitted;
import org.dialogue.events.commitment.CommittedBy;
import org.dialogue.events.commitment.Measure;
import org.dialogue.events.commitment.Milestone;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.CommitmentId;
import org.dialogue.events.vocabulary.Due;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionParts;
import org.dialogue.events.vocabulary.SourceNote;
import org.jspecify.annotations.Nullable;

/**
 * A commitment as it is shown.
 *
 * @param measure with the number last reported
 * @param awaiting the authority it waits on, while it waits
 * @param claim the claim of completion that stands
 * @param verdict how it ended, if it has
 * @param sentBack the claims that were not accepted
 */
record CommitmentView(
        CommitmentId commitmentId,
        ProgrammeId programmeId,
        CommitmentStatus status,
        List<QuestionParts> subjects,
        CommittedBy committedBy,
        List<BodyId> bodies,
        @Nullable BodyId assignedBy,
        String text,
        Due due,
        @Nullable Measure measure,
        List<Milestone> milestones,
        List<String> reachedMilestones,
        @Nullable SourceNote source,
        List<CommitmentProgressReported> reports,
        @Nullable CommitmentAwaitsAuthority awaiting,
        @Nullable CommitmentCompletionClaimed claim,
        @Nullable CommitmentVerified verdict,
        List<CommitmentSentBack> sentBack) {

    static CommitmentView of(CommitmentState state) {
        FollowUpCommitted committed = state.committed();
        return new CommitmentView(
                committed.commitmentId(),
                committed.programmeId(),
                state.status(),
                committed.subjects(),
                committed.committedBy(),
                committed.bodies(),
                committed.assignedBy(),
                committed.text(),
                committed.due(),
                state.measure(),
                committed.milestones(),
                state.reachedMilestones(),
                committed.source(),
                state.reports(),
                state.awaiting(),
                state.claim(),
                state.verdict(),
                state.sentBack());
    }
}
