package org.dialogue.answers.commitment;

import java.math.BigDecimal;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.dialogue.events.commitment.CommittedBy;
import org.dialogue.events.commitment.EvidenceLink;
import org.dialogue.events.commitment.Measure;
import org.dialogue.events.commitment.Milestone;
import org.dialogue.events.commitment.VerifiedOutcome;
import org.dialogue.events.vocabulary.AuthorityId;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.CommitmentId;
import org.dialogue.events.vocabulary.Due;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionParts;
import org.dialogue.events.vocabulary.SourceNote;
import org.dialogue.kit.access.AllowedTo;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.commands.HappenedAt;
import org.jspecify.annotations.Nullable;

/** What can be asked of a commitment. */
public sealed interface CommitmentCommand {

    /** {@return the commitment} */
    CommitmentId commitmentId();

    /** {@return when it happens or takes effect} */
    HappenedAt happenedAt();

    /** Promises a follow-up: a bearing body's head, the chair for the leadership, or the secretariat recording it. */
    @AllowedTo({Role.HEAD, Role.CHAIR, Role.SECRETARIAT})
    record CommitFollowUp(
            @TargetAggregateIdentifier CommitmentId commitmentId,
            ProgrammeId programmeId,
            List<QuestionParts> subjects,
            CommittedBy committedBy,
            List<BodyId> bodies,
            @Nullable BodyId assignedBy,
            String text,
            Due due,
            @Nullable Measure measure,
            List<Milestone> milestones,
            @Nullable SourceNote source,
            HappenedAt happenedAt)
            implements CommitmentCommand {}

    /**
     * Reports how far a body has come.
     *
     * @param body the bearing body that reports; absent for the actor's own
     */
    @AllowedTo({Role.OFFICER, Role.HEAD, Role.CHAIR})
    record ReportProgress(
            @TargetAggregateIdentifier CommitmentId commitmentId,
            @Nullable BodyId body,
            String text,
            @Nullable BigDecimal measured,
            List<String> reachedMilestones,
            List<EvidenceLink> evidence,
            HappenedAt happenedAt)
            implements CommitmentCommand {}

    /** Says that nothing can move until a higher authority has decided. */
    @AllowedTo({Role.OFFICER, Role.HEAD, Role.CHAIR})
    record AwaitAuthority(
            @TargetAggregateIdentifier CommitmentId commitmentId,
            AuthorityId authority,
            String text,
            HappenedAt happenedAt)
            implements CommitmentCommand {}

    /** Says that the wait for a higher authority is over. */
    @AllowedTo({Role.OFFICER, Role.HEAD, Role.CHAIR})
    record ResumeCommitment(@TargetAggregateIdentifier CommitmentId commitmentId, String text, HappenedAt happenedAt)
            implements CommitmentCommand {}

    /**
     * Claims that the commitment has been kept.
     *
     * @param body the bearing body that claims it; absent for the actor's own
     */
    @AllowedTo({Role.OFFICER, Role.HEAD, Role.CHAIR})
    record ClaimCompletion(
            @TargetAggregateIdentifier CommitmentId commitmentId,
            @Nullable BodyId body,
            String text,
            List<EvidenceLink> evidence,
            HappenedAt happenedAt)
            implements CommitmentCommand {}

    /**
     * Ends the commitment by the secretariat's verdict.
     *
     * @param unreachedMilestones the milestones in spite of which it is found to be implemented, by id
     */
    @AllowedTo(Role.SECRETARIAT)
    record VerifyCommitment(
            @TargetAggregateIdentifier CommitmentId commitmentId,
            VerifiedOutcome outcome,
            String text,
            List<String> unreachedMilestones,
            HappenedAt happenedAt)
            implements CommitmentCommand {}

    /** Does not accept a claim of completion. */
    @AllowedTo(Role.SECRETARIAT)
    record SendBackCommitment(
            @TargetAggregateIdentifier CommitmentId commitmentId, String reason, HappenedAt happenedAt)
            implements CommitmentCommand {}

    /**
     * Puts the last verdict right.
     *
     * @param outcome how the commitment ended; null if it has not ended after all
     * @param text what the outcome rests on
     * @param unreachedMilestones as for {@link VerifyCommitment}
     * @param reason why the verdict has to be put right
     */
    @AllowedTo(Role.SECRETARIAT)
    record CorrectVerdict(
            @TargetAggregateIdentifier CommitmentId commitmentId,
            @Nullable VerifiedOutcome outcome,
            String text,
            List<String> unreachedMilestones,
            String reason,
            HappenedAt happenedAt)
            implements CommitmentCommand {}

    /**
     * Follows the commitment up in another programme from now on.
     *
     * @param programmeId the programme it goes to
     */
    @AllowedTo(Role.SECRETARIAT)
    record CarryCommitmentOver(
            @TargetAggregateIdentifier CommitmentId commitmentId,
            ProgrammeId programmeId,
            String reason,
            HappenedAt happenedAt)
            implements CommitmentCommand {}
}
