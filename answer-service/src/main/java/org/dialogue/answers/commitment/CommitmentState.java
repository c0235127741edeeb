package org.dialogue.answers.commitment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
import org.dialogue.events.commitment.Milestone;
import org.dialogue.events.commitment.VerifiedOutcome;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.jspecify.annotations.Nullable;

/**
 * A commitment as its history tells it: a pure fold, for the aggregate's decisions as for those who read it.
 *
 * @param committed the word given
 * @param programmeId the programme in which it is followed up
 * @param status where it stands
 * @param measure the commitment in numbers, with the number that was reported for the latest moment
 * @param measuredAt for which moment that was reported; null while nothing was
 * @param reachedMilestones the milestones reached, by id, in the order in which they were reported
 * @param reports what the bodies reported, as recorded
 * @param waits every wait for an authority
 * @param awaiting the authority it waits on, while it waits
 * @param resumptions how waits ended
 * @param claims every claim of completion
 * @param claim the claim of completion that stands: until it is sent back, or its verdict found to be premature
 * @param sentBack the claims that were not accepted
 * @param verdicts every verdict, as it was given
 * @param verdict the last verdict, as it was given, while the commitment has ended
 * @param corrections what was put right about verdicts
 * @param carriedOver how it came from one programme to another
 */
public record CommitmentState(
        FollowUpCommitted committed,
        ProgrammeId programmeId,
        CommitmentStatus status,
        @Nullable Measure measure,
        @Nullable Instant measuredAt,
        List<String> reachedMilestones,
        List<CommitmentProgressReported> reports,
        List<CommitmentAwaitsAuthority> waits,
        @Nullable CommitmentAwaitsAuthority awaiting,
        List<CommitmentResumed> resumptions,
        List<CommitmentCompletionClaimed> claims,
        @Nullable CommitmentCompletionClaimed claim,
        List<CommitmentSentBack> sentBack,
        List<CommitmentVerified> verdicts,
        @Nullable CommitmentVerified verdict,
        List<CommitmentVerdictCorrected> corrections,
        List<CommitmentCarriedOver> carriedOver) {

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
                    committed.programmeId(),
                    CommitmentStatus.OPEN,
                    committed.measure(),
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    null,
                    List.of(),
                    List.of(),
                    null,
                    List.of(),
                    List.of(),
                    null,
                    List.of(),
                    List.of());
        }
        if (state == null) {
            throw new IllegalStateException(
                    "the history of " + event.commitmentId() + " does not begin with a promise");
        }
        Next next = new Next(state);
        next.apply(event);
        return next.state();
    }

    /** {@return the milestones that nobody has reported as reached, by id} */
    public List<String> unreachedMilestones() {
        return committed.milestones().stream()
                .map(Milestone::id)
                .filter(milestone -> !reachedMilestones.contains(milestone))
                .toList();
    }

    /** {@return the last of the given events, if any} */
    static <T> Optional<T> last(List<T> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(list.size() - 1));
    }

    /** The state while an event is applied. */
    private static final class Next {

        private final CommitmentState before;
        private ProgrammeId programmeId;
        private CommitmentStatus status;
        private @Nullable Measure measure;
        private @Nullable Instant measuredAt;
        private List<String> reachedMilestones;
        private List<CommitmentProgressReported> reports;
        private List<CommitmentAwaitsAuthority> waits;
        private @Nullable CommitmentAwaitsAuthority awaiting;
        private List<CommitmentResumed> resumptions;
        private List<CommitmentCompletionClaimed> claims;
        private @Nullable CommitmentCompletionClaimed claim;
        private List<CommitmentSentBack> sentBack;
        private List<CommitmentVerified> verdicts;
        private @Nullable CommitmentVerified verdict;
        private List<CommitmentVerdictCorrected> corrections;
        private List<CommitmentCarriedOver> carriedOver;

        Next(CommitmentState before) {
            this.before = before;
            programmeId = before.programmeId;
            status = before.status;
            measure = before.measure;
            measuredAt = before.measuredAt;
            reachedMilestones = before.reachedMilestones;
            reports = before.reports;
            waits = before.waits;
            awaiting = before.awaiting;
            resumptions = before.resumptions;
            claims = before.claims;
            claim = before.claim;
            sentBack = before.sentBack;
            verdicts = before.verdicts;
            verdict = before.verdict;
            corrections = before.corrections;
            carriedOver = before.carriedOver;
        }

        void apply(CommitmentEvent event) {
            if (event instanceof CommitmentProgressReported next) {
                reported(next);
            } else if (event instanceof CommitmentAwaitsAuthority next) {
                status = CommitmentStatus.WAITING;
                waits = and(waits, next);
                awaiting = next;
            } else if (event instanceof CommitmentResumed next) {
                status = CommitmentStatus.OPEN;
                resumptions = and(resumptions, next);
                awaiting = null;
            } else if (event instanceof CommitmentCompletionClaimed next) {
                status = CommitmentStatus.CLAIMED;
                claims = and(claims, next);
                claim = next;
            } else if (event instanceof CommitmentSentBack next) {
                status = CommitmentStatus.OPEN;
                sentBack = and(sentBack, next);
                claim = null;
            } else if (event instanceof CommitmentVerified next) {
                status = CommitmentStatus.of(next.outcome());
                verdicts = and(verdicts, next);
                verdict = next;
                awaiting = null;
            } else if (event instanceof CommitmentVerdictCorrected next) {
                corrected(next);
            } else if (event instanceof CommitmentCarriedOver next) {
                programmeId = next.programmeId();
                carriedOver = and(carriedOver, next);
            } else {
                throw new IllegalStateException(event.getClass() + " is not folded");
            }
        }

        /** Reports may come late: the number reported for the latest moment counts, whenever it was recorded. */
        private void reported(CommitmentProgressReported next) {
            reports = and(reports, next);
            reachedMilestones = Stream.concat(reachedMilestones.stream(), next.reachedMilestones().stream())
                    .distinct()
                    .toList();
            boolean latest = measuredAt == null || !next.happenedAt().isBefore(measuredAt);
            if (measure != null && next.measured() != null && latest) {
                measure = measure.at(next.measured());
                measuredAt = next.happenedAt();
            }
        }

        private void corrected(CommitmentVerdictCorrected next) {
            corrections = and(corrections, next);
            VerifiedOutcome outcome = next.outcome();
            if (outcome == null) {
                status = CommitmentStatus.OPEN;
                claim = null;
                verdict = null;
            } else {
                status = CommitmentStatus.of(outcome);
            }
        }

        CommitmentState state() {
            return new CommitmentState(
                    before.committed,
                    programmeId,
                    status,
                    measure,
                    measuredAt,
                    reachedMilestones,
                    reports,
                    waits,
                    awaiting,
                    resumptions,
                    claims,
                    claim,
                    sentBack,
                    verdicts,
                    verdict,
                    corrections,
                    carriedOver);
        }

        private static <T> List<T> and(List<T> list, T next) {
            return Stream.concat(list.stream(), Stream.of(next)).toList();
        }
    }
}
