package org.dialogue.events.commitment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.dialogue.events.AbsentInOlderHistory;
import org.dialogue.events.DialogueEvent;
import org.dialogue.events.vocabulary.AuthorityId;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.CommitmentId;
import org.dialogue.events.vocabulary.Due;
import org.dialogue.events.vocabulary.Lists;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionParts;
import org.dialogue.events.vocabulary.SourceNote;
import org.jspecify.annotations.Nullable;

/** What happens to a promised follow-up. It ends only as verified by the secretariat. */
public sealed interface CommitmentEvent extends DialogueEvent {

    /** {@return the commitment} */
    CommitmentId commitmentId();

    /**
     * A follow-up was promised.
     *
     * @param subjects the questions, or parts of questions, it follows from
     * @param committedBy on whose word it rests
     * @param bodies the bodies that bear it, the leading one first
     * @param assignedBy the body that charged them with it, where that is another
     * @param text what will be done
     * @param measure the commitment in numbers, if it has any
     */
    record FollowUpCommitted(
            CommitmentId commitmentId,
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
            Instant happenedAt)
            implements CommitmentEvent {

        /** Keeps its own copies of the lists. */
        public FollowUpCommitted {
            subjects = Lists.copy(subjects);
            bodies = Lists.copy(bodies);
            milestones = Lists.copy(milestones);
        }
    }

    /**
     * A body reported how far it has come.
     *
     * @param measured the measure's current number, if reported
     * @param reachedMilestones the milestones reached with this report, by id
     */
    record CommitmentProgressReported(
            CommitmentId commitmentId,
            BodyId body,
            String text,
            @Nullable BigDecimal measured,
            List<String> reachedMilestones,
            List<EvidenceLink> evidence,
            Instant happenedAt)
            implements CommitmentEvent {

        /** Keeps its own copies of the lists. */
        public CommitmentProgressReported {
            reachedMilestones = Lists.copy(reachedMilestones);
            evidence = Lists.copy(evidence);
        }
    }

    /** Nothing can move until a higher authority has decided. */
    record CommitmentAwaitsAuthority(CommitmentId commitmentId, AuthorityId authority, String text, Instant happenedAt)
            implements CommitmentEvent {}

    /** The wait for a higher authority is over. */
    record CommitmentResumed(CommitmentId commitmentId, String text, Instant happenedAt) implements CommitmentEvent {}

    /**
     * A body holds that the commitment has been kept; the secretariat has yet to verify it.
     *
     * @param unreachedMilestones the milestones that nobody has reported as reached, by id
     */
    record CommitmentCompletionClaimed(
            CommitmentId commitmentId,
            BodyId body,
            String text,
            List<EvidenceLink> evidence,
            @AbsentInOlderHistory List<String> unreachedMilestones,
            Instant happenedAt)
            implements CommitmentEvent {

        /** Keeps its own copies of the lists. */
        public CommitmentCompletionClaimed {
            evidence = Lists.copy(evidence);
            unreachedMilestones = Lists.copy(unreachedMilestones);
        }
    }

    /**
     * The secretariat verified how the commitment ended.
     *
     * @param unreachedMilestones the milestones in spite of which it was found to be implemented, by id
     */
    record CommitmentVerified(
            CommitmentId commitmentId,
            VerifiedOutcome outcome,
            String text,
            @AbsentInOlderHistory List<String> unreachedMilestones,
            Instant happenedAt)
            implements CommitmentEvent {

        /** Keeps its own copy of the list. */
        public CommitmentVerified {
            unreachedMilestones = Lists.copy(unreachedMilestones);
        }
    }

    /** The secretariat did not accept a claim of completion; the commitment is open again. */
    record CommitmentSentBack(CommitmentId commitmentId, String reason, Instant happenedAt)
            implements CommitmentEvent {}

    /**
     * The secretariat put its verdict right. The original stays readable beside it.
     *
     * @param outcome how the commitment ended; absent if it has not ended after all, and is open again
     * @param text what the outcome rests on
     * @param reason why the verdict had to be put right
     */
    record CommitmentVerdictCorrected(
            CommitmentId commitmentId,
            @Nullable VerifiedOutcome outcome,
            String text,
            String reason,
            Instant happenedAt)
            implements CommitmentEvent {}

    /**
     * The commitment is followed up in another programme from now on.
     *
     * @param formerProgramme the programme it comes from
     * @param programmeId the programme it goes to
     * @param reason why
     */
    record CommitmentCarriedOver(
            CommitmentId commitmentId,
            ProgrammeId formerProgramme,
            ProgrammeId programmeId,
            String reason,
            Instant happenedAt)
            implements CommitmentEvent {}
}
