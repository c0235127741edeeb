package org.dialogue.reports.folds.commitments;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dialogue.events.commitment.CommitmentEvent;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentAwaitsAuthority;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentCarriedOver;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentCompletionClaimed;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentProgressReported;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentResumed;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentSentBack;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentVerdictCorrected;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentVerified;
import org.dialogue.events.commitment.CommitmentEvent.FollowUpCommitted;
import org.dialogue.events.commitment.Measure;
import org.dialogue.events.commitment.VerifiedOutcome;
import org.dialogue.events.vocabulary.AuthorityId;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.jspecify.annotations.Nullable;

/**
 * A promised follow-up and how far it has come. Numbers, words and milestones count by when they happened, not by when they
 * were reported; of two that happened at once the one reported later counts.
 *
 * @param promise as it was promised
 * @param programme the programme in which it is followed up
 * @param awaiting the higher authority it waits for, exactly while the state is {@code WAITING}
 * @param measure the commitment in numbers with the newest number, if it has any
 * @param measuredAt when that number held; absent while none was reported
 * @param lastProgress what a body last said about it
 * @param claims every claim of completion, in the order in which they were made
 * @param timesSentBack how often the secretariat did not accept a claim of completion
 */
public record Commitment(
        FollowUpCommitted promise,
        ProgrammeId programme,
        CommitmentState state,
        @Nullable AuthorityId awaiting,
        @Nullable Measure measure,
        @Nullable Instant measuredAt,
        List<MilestoneStanding> milestones,
        @Nullable Progress lastProgress,
        List<CommitmentCompletionClaimed> claims,
        int timesSentBack) {

    /** Keeps its own copies of the lists. */
    public Commitment {
        milestones = List.copyOf(milestones);
        claims = List.copyOf(claims);
    }

    static Commitment of(FollowUpCommitted promise) {
        return new Commitment(
                promise,
                promise.programmeId(),
                CommitmentState.OPEN,
                null,
                promise.measure(),
                null,
                promise.milestones().stream().map(MilestoneStanding::ahead).toList(),
                null,
                List.of(),
                0);
    }

    /** @throws IllegalStateException if it goes on after the commitment ended; only the verdict can be put right then */
    Commitment after(CommitmentEvent event) {
        if (event instanceof CommitmentVerdictCorrected corrected) {
            return in(state(corrected.outcome()), null);
        }
        if (!state.isOpen()) {
            throw new IllegalStateException(
                    "history goes on with the commitment " + promise.commitmentId() + ", which has ended");
        }
        if (event instanceof CommitmentProgressReported reported) {
            return after(reported);
        }
        if (event instanceof CommitmentCarriedOver carried) {
            return in(carried.programmeId());
        }
        if (event instanceof CommitmentAwaitsAuthority waits) {
            return in(CommitmentState.WAITING, waits.authority());
        }
        if (event instanceof CommitmentResumed) {
            return state == CommitmentState.WAITING ? in(CommitmentState.OPEN, null) : this;
        }
        if (event instanceof CommitmentCompletionClaimed claimed) {
            return in(CommitmentState.CLAIMED, null).claiming(claimed);
        }
        if (event instanceof CommitmentVerified verified) {
            return in(state(verified.outcome()), null);
        }
        if (event instanceof CommitmentSentBack) {
            return new Commitment(
                    promise,
                    programme,
                    CommitmentState.OPEN,
                    null,
                    measure,
                    measuredAt,
                    milestones,
                    lastProgress,
                    claims,
                    timesSentBack + 1);
        }
        return this;
    }

    private static CommitmentState state(@Nullable VerifiedOutcome outcome) {
        if (outcome == null) {
            return CommitmentState.OPEN;
        }
        return outcome == VerifiedOutcome.IMPLEMENTED ? CommitmentState.IMPLEMENTED : CommitmentState.NOT_IMPLEMENTED;
    }

    private Commitment after(CommitmentProgressReported reported) {
        Instant at = reported.happenedAt();
        BigDecimal number = reported.measured();
        boolean latest = measuredAt == null || !at.isBefore(measuredAt);
        Measure measured = measure == null || number == null || !latest ? null : measure.at(number);
        List<MilestoneStanding> standing = milestones.stream()
                .map(milestone ->
                        reported.reachedMilestones().contains(milestone.id()) ? milestone.reached(at) : milestone)
                .toList();
        return new Commitment(
                promise,
                programme,
                state,
                awaiting,
                measured == null ? measure : measured,
                measured == null ? measuredAt : at,
                standing,
                latest(new Progress(at, reported.body(), reported.text(), reported.evidence())),
                claims,
                timesSentBack);
    }

    private Progress latest(Progress said) {
        return lastProgress == null || !said.at().isBefore(lastProgress.at()) ? said : lastProgress;
    }

    private Commitment in(CommitmentState next, @Nullable AuthorityId authority) {
        return new Commitment(
                promise,
                programme,
                next,
                authority,
                measure,
                measuredAt,
                milestones,
                lastProgress,
                claims,
                timesSentBack);
    }

    private Commitment in(ProgrammeId next) {
        return new Commitment(
                promise, next, state, awaiting, measure, measuredAt, milestones, lastProgress, claims, timesSentBack);
    }

    private Commitment claiming(CommitmentCompletionClaimed claimed) {
        List<CommitmentCompletionClaimed> all = new ArrayList<>(claims);
        all.add(claimed);
        Progress said = new Progress(claimed.happenedAt(), claimed.body(), claimed.text(), claimed.evidence());
        return new Commitment(
                promise, programme, state, awaiting, measure, measuredAt, milestones, latest(said), all, timesSentBack);
    }

    /** {@return when it was promised} */
    public Instant committedAt() {
        return promise.happenedAt();
    }
}
