package org.dialogue.events.commitment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
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

    /** A body holds that the commitment has been kept; the secretariat has yet to verify it. */
    record CommitmentCompletionClaimed(
            CommitmentId commitmentId, BodyId body, String text, List<EvidenceLink> evidence, Instant happenedAt)
            implements CommitmentEvent {

        /** Keeps its own copy of the list. */
        public CommitmentCompletionClaimed {
            evidence = Lists.copy(evidence);
        }
    }

    /** The secretariat verified how the commitment ended. */
    record CommitmentVerified(CommitmentId commitmentId, VerifiedOutcome outcome, String text, Instant happenedAt)
            implements CommitmentEvent {}

    /** The secretariat did not accept a claim of completion; the commitment is open again. */
    record CommitmentSentBack(CommitmentId commitmentId, String reason, Instant happenedAt)
            implements CommitmentEvent {}
}
