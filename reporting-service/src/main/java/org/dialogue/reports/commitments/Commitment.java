package org.dialogue.reports.commitments;

import java.time.Instant;
import java.util.List;
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
import org.dialogue.events.vocabulary.AuthorityId;
import org.jspecify.annotations.Nullable;

/**
 * A promised follow-up and how far it has come.
 *
 * @param promise as it was promised
 * @param awaiting the higher authority it waits for, exactly while the state is {@code WAITING}
 * @param measure the commitment in numbers with the number last reported, if it has any
 * @param lastProgress what a body last said about it
 * @param timesSentBack how often the secretariat did not accept a claim of completion
 */
public record Commitment(
        FollowUpCommitted promise,
        CommitmentState state,
        @Nullable AuthorityId awaiting,
        @Nullable Measure measure,
        List<MilestoneStanding> milestones,
        @Nullable Progress lastProgress,
        int timesSentBack) {

    /** Keeps its own copy of the list. */
    public Commitment {
        milestones = List.copyOf(milestones);
    }

    static Commitment of(FollowUpCommitted promise) {
        return new Commitment(
                promise,
                CommitmentState.OPEN,
                null,
                promise.measure(),
                promise.milestones().stream().map(MilestoneStanding::ahead).toList(),
                null,
                0);
    }

    Commitment after(CommitmentEvent event) {
        if (event instanceof CommitmentProgressReported reported) {
            return after(reported);
        }
        if (event instanceof CommitmentAwaitsAuthority waits) {
            return in(CommitmentState.WAITING, waits.authority());
        }
        if (event instanceof CommitmentResumed) {
            return in(CommitmentState.OPEN, null);
        }
        if (event instanceof CommitmentCompletionClaimed claimed) {
            return in(CommitmentState.CLAIMED, null)
                    .saying(new Progress(claimed.happenedAt(), claimed.body(), claimed.text(), claimed.evidence()));
        }
        if (event instanceof CommitmentVerified verified) {
            return in(
                    verified.outcome() == VerifiedOutcome.IMPLEMENTED
                            ? CommitmentState.IMPLEMENTED
                            : CommitmentState.NOT_IMPLEMENTED,
                    null);
        }
        if (event instanceof CommitmentSentBack) {
            return new Commitment(
                    promise, CommitmentState.OPEN, null, measure, milestones, lastProgress, timesSentBack + 1);
        }
        return this;
    }

    private Commitment after(CommitmentProgressReported reported) {
        Measure measured = measure == null || reported.measured() == null ? measure : measure.at(reported.measured());
        List<MilestoneStanding> standing = milestones.stream()
                .map(milestone -> reported.reachedMilestones().contains(milestone.id())
                        ? milestone.reached(reported.happenedAt())
                        : milestone)
                .toList();
        Progress progress = new Progress(reported.happenedAt(), reported.body(), reported.text(), reported.evidence());
        return new Commitment(promise, state, awaiting, measured, standing, progress, timesSentBack);
    }

    private Commitment in(CommitmentState next, @Nullable AuthorityId authority) {
        return new Commitment(promise, next, authority, measure, milestones, lastProgress, timesSentBack);
    }

    private Commitment saying(Progress progress) {
        return new Commitment(promise, state, awaiting, measure, milestones, progress, timesSentBack);
    }

    /** {@return when it was promised} */
    public Instant committedAt() {
        return promise.happenedAt();
    }
}
