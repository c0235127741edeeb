package org.dialogue.answers.commitment;

import java.util.List;
import java.util.stream.Stream;
import org.dialogue.events.commitment.CommitmentEvent;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentAwaitsAuthority;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentCompletionClaimed;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentProgressReported;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentResumed;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentSentBack;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentVerified;
import org.dialogue.events.commitment.CommitmentEvent.FollowUpCommitted;
import org.dialogue.events.commitment.Measure;
import org.dialogue.events.commitment.VerifiedOutcome;
import org.jspecify.annotations.Nullable;

/**
 * A commitment as its history tells it: a pure fold, for the aggregate's decisions as for those who read it.
 *
 * @param committed the word given
 * @param status where it stands
 * @param measure the commitment in numbers, with the number last reported
 * @param reachedMilestones the milestones reached, by id, in the order in which they were reported
 * @param reports what the bodies reported
 * @param awaiting the authority it waits on, while it waits
 * @param claim the claim of completion, while it awaits its verdict or has been verified
 * @param verdict how it ended, if it has
 * @param sentBack the claims that were not accepted
 * @param last the newest event
 */
public record CommitmentState(
        FollowUpCommitted committed,
        CommitmentStatus status,
        @Nullable Measure measure,
        List<String> reachedMilestones,
        List<CommitmentProgressReported> reports,
        @Nullable CommitmentAwaitsAuthority awaiting,
        @Nullable CommitmentCompletionClaimed claim,
        @Nullable CommitmentVerified verdict,
        List<CommitmentSentBack> sentBack,
        CommitmentEvent last) {

    /**
     * Folds one more event in.
     *
     * @param state what the events before it amount to; null before the first
     * @param event the next event
     * @return what all of them amount to
     */
    public static CommitmentState after(@Nullable CommitmentState state, CommitmentEvent event) {
        if (event instanceof FollowUpCommitted committed) {
            return new CommitmentState(
                    committed,
                    CommitmentStatus.OPEN,
                    committed.measure(),
                    List.of(),
                    List.of(),
                    null,
                    null,
                    null,
                    List.of(),
                    committed);
        }
        if (state == null) {
            throw new IllegalStateException(
                    "the history of " + event.commitmentId() + " does not begin with a promise");
        }
        return state.then(event);
    }

    private CommitmentState then(CommitmentEvent event) {
        if (event instanceof CommitmentProgressReported next) {
            return reported(next);
        } else if (event instanceof CommitmentAwaitsAuthority next) {
            return with(CommitmentStatus.WAITING, next, claim, verdict, sentBack, next);
        } else if (event instanceof CommitmentResumed next) {
            return with(CommitmentStatus.OPEN, null, claim, verdict, sentBack, next);
        } else if (event instanceof CommitmentCompletionClaimed next) {
            return with(CommitmentStatus.CLAIMED, awaiting, next, verdict, sentBack, next);
        } else if (event instanceof CommitmentVerified next) {
            return with(statusAfter(next), null, claim, next, sentBack, next);
        } else if (event instanceof CommitmentSentBack next) {
            return with(CommitmentStatus.OPEN, awaiting, null, verdict, and(sentBack, next), next);
        }
        throw new IllegalStateException(event.getClass() + " is not folded");
    }

    private CommitmentState reported(CommitmentProgressReported next) {
        Measure counted = measure == null || next.measured() == null ? measure : measure.at(next.measured());
        return new CommitmentState(
                committed,
                status,
                counted,
                Stream.concat(reachedMilestones.stream(), next.reachedMilestones().stream())
                        .toList(),
                and(reports, next),
                awaiting,
                claim,
                verdict,
                sentBack,
                next);
    }

    private static CommitmentStatus statusAfter(CommitmentVerified verdict) {
        return verdict.outcome() == VerifiedOutcome.IMPLEMENTED
                ? CommitmentStatus.IMPLEMENTED
                : CommitmentStatus.NOT_IMPLEMENTED;
    }

    private CommitmentState with(
            CommitmentStatus nextStatus,
            @Nullable CommitmentAwaitsAuthority nextAwaiting,
            @Nullable CommitmentCompletionClaimed nextClaim,
            @Nullable CommitmentVerified nextVerdict,
            List<CommitmentSentBack> nextSentBack,
            CommitmentEvent next) {
        return new CommitmentState(
                committed,
                nextStatus,
                measure,
                reachedMilestones,
                reports,
                nextAwaiting,
                nextClaim,
                nextVerdict,
                nextSentBack,
                next);
    }

    private static <T> List<T> and(List<T> list, T next) {
        return Stream.concat(list.stream(), Stream.of(next)).toList();
    }
}
