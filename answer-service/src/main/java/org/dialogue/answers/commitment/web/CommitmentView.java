package org.dialogue.answers.commitment.web;

import java.time.Instant;
import java.util.List;
import org.dialogue.answers.commitment.CommitmentState;
import org.dialogue.answers.commitment.CommitmentStatus;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentAwaitsAuthority;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentCarriedOver;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentCompletionClaimed;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentProgressReported;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentResumed;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentSentBack;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentVerdictCorrected;
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
 * @param programmeId the programme in which it is followed up
 * @param measure with the number that was reported for the latest moment
 * @param unreachedMilestones the milestones that nobody has reported as reached, by id
 * @param committedAt when it was promised
 * @param waits every wait for an authority
 * @param awaiting the authority it waits on, while it waits
 * @param resumptions how waits ended
 * @param claims every claim of completion
 * @param claim the claim of completion that stands
 * @param sentBack the claims that were not accepted
 * @param verdicts every verdict, as it was given
 * @param verdict the last verdict, as it was given, while the commitment has ended
 * @param verdictCorrections what was put right about verdicts
 * @param carriedOver how it came from one programme to another
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
        List<String> unreachedMilestones,
        @Nullable SourceNote source,
        Instant committedAt,
        List<CommitmentProgressReported> reports,
        List<CommitmentAwaitsAuthority> waits,
        @Nullable CommitmentAwaitsAuthority awaiting,
        List<CommitmentResumed> resumptions,
        List<CommitmentCompletionClaimed> claims,
        @Nullable CommitmentCompletionClaimed claim,
        List<CommitmentSentBack> sentBack,
        List<CommitmentVerified> verdicts,
        @Nullable CommitmentVerified verdict,
        List<CommitmentVerdictCorrected> verdictCorrections,
        List<CommitmentCarriedOver> carriedOver) {

    static CommitmentView of(CommitmentState state) {
        FollowUpCommitted committed = state.committed();
        return new CommitmentView(
                committed.commitmentId(),
                state.programmeId(),
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
                state.unreachedMilestones(),
                committed.source(),
                committed.happenedAt(),
                state.reports(),
                state.waits(),
                state.awaiting(),
                state.resumptions(),
                state.claims(),
                state.claim(),
                state.sentBack(),
                state.verdicts(),
                state.verdict(),
                state.corrections(),
                state.carriedOver());
    }
}
