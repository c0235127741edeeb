package org.dialogue.answers.assignment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dialogue.events.assignment.AssignmentEvent;
import org.dialogue.events.assignment.AssignmentEvent.AnswerCleared;
import org.dialogue.events.assignment.AssignmentEvent.AnswerCorrected;
import org.dialogue.events.assignment.AssignmentEvent.AnswerPublished;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentAccepted;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentClosed;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentOpened;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentPartsTransferred;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentReopened;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentResumed;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentReturned;
import org.dialogue.events.assignment.AssignmentEvent.HoldingAnswerGiven;
import org.dialogue.events.assignment.ClosingReason;
import org.dialogue.events.assignment.PartAnswer;
import org.dialogue.events.vocabulary.AnswerId;
import org.jspecify.annotations.Nullable;

/**
 * An assignment as its history tells it: a pure fold, for the aggregate's decisions as for those who read it. Each part has
 * a standing of its own; where the assignment as a whole stands follows from them.
 *
 * @param opened how it began
 * @param accepted how the body took it on, if it did
 * @param shares its parts, in the question's order
 * @param returns what the body handed back, each with the parts it concerned
 * @param holdingAnswers what the body said meanwhile
 * @param clearances the answers that the head cleared; the last one can be published
 * @param answers the answers published
 * @param reopenings the asker's reopenings that concern it
 * @param transfers what passed to other bodies while other parts stayed
 * @param closed why nothing more is owed, if so
 * @param resumptions how it stood again after withdrawals that were mistakes
 */
public record AssignmentState(
        AssignmentOpened opened,
        @Nullable AssignmentAccepted accepted,
        List<Share> shares,
        List<AssignmentReturned> returns,
        List<HoldingAnswerGiven> holdingAnswers,
        List<AnswerCleared> clearances,
        List<AnswerOnRecord> answers,
        List<AssignmentReopened> reopenings,
        List<AssignmentPartsTransferred> transfers,
        @Nullable AssignmentClosed closed,
        List<AssignmentResumed> resumptions) {

    /**
     * One part of the assignment.
     *
     * @param part its number
     * @param standing where it stands
     * @param askedAt when it was asked: the opening, or the last reopening
     */
    public record Share(int part, PartStanding standing, Instant askedAt) {

        private Share standing(PartStanding next) {
            return new Share(part, next, askedAt);
        }
    }

    /**
     * Folds one more event in.
     *
     * @param state what the events before it amount to; null before the first
     * @param event the next event
     * @return what all of them amount to
     */
    public static AssignmentState after(@Nullable AssignmentState state, AssignmentEvent event) {
        if (event instanceof AssignmentOpened opened) {
            List<Share> due = opened.parts().stream()
                    .distinct()
                    .map(part -> new Share(part, PartStanding.DUE, opened.happenedAt()))
                    .toList();
            return new AssignmentState(
                    opened, null, due, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null,
                    List.of());
        }
        if (state == null) {
            throw new IllegalStateException(
                    "the history of " + event.assignmentId() + " does not begin with its opening");
        }
        Next next = new Next(state);
        next.apply(event);
        return next.state();
    }

    /** {@return where the assignment as a whole stands} */
    public AssignmentStatus status() {
        if (closed != null) {
            return AssignmentStatus.CLOSED;
        }
        if (has(PartStanding.DUE)) {
            return accepted == null ? AssignmentStatus.OPEN : AssignmentStatus.ACCEPTED;
        }
        return has(PartStanding.RETURNED) ? AssignmentStatus.RETURNED : AssignmentStatus.ANSWERED;
    }

    /** {@return the parts that the body owes, in the question's order; none once the assignment is closed} */
    public List<Integer> partsDue() {
        return closed == null ? parts(PartStanding.DUE) : List.of();
    }

    /** {@return the parts that stand here, in the question's order} */
    public List<Integer> parts(PartStanding standing) {
        return shares.stream()
                .filter(share -> share.standing() == standing)
                .map(Share::part)
                .toList();
    }

    /** {@return the round of the last reopening, 0 before the first} */
    public int round() {
        return reopenings.isEmpty() ? 0 : reopenings.get(reopenings.size() - 1).round();
    }

    /** {@return the last return, if the body ever handed anything back} */
    public Optional<AssignmentReturned> lastReturn() {
        return last(returns);
    }

    /** {@return the answer cleared last, published or not} */
    public Optional<AnswerCleared> lastClearance() {
        return last(clearances);
    }

    Optional<HoldingAnswerGiven> lastHoldingAnswer() {
        return last(holdingAnswers);
    }

    Optional<AnswerOnRecord> answer(AnswerId answerId) {
        return answers.stream()
                .filter(answer -> answer.published().answerId().equals(answerId))
                .findFirst();
    }

    boolean knows(AnswerId answerId) {
        return clearances.stream().anyMatch(cleared -> cleared.answerId().equals(answerId));
    }

    /** {@return where a part stands; empty if it is none of the assignment's} */
    Optional<PartStanding> standing(int part) {
        return shares.stream()
                .filter(share -> share.part() == part)
                .map(Share::standing)
                .findFirst();
    }

    /** {@return when the last of the parts was asked} */
    Instant askedAt(List<Integer> parts) {
        return shares.stream()
                .filter(share -> parts.contains(share.part()))
                .map(Share::askedAt)
                .reduce(opened.happenedAt(), (one, other) -> other.isAfter(one) ? other : one);
    }

    private boolean has(PartStanding standing) {
        return shares.stream().anyMatch(share -> share.standing() == standing);
    }

    private static <T> Optional<T> last(List<T> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(list.size() - 1));
    }

    /** The state while an event is applied. */
    private static final class Next {

        private final AssignmentState before;
        private @Nullable AssignmentAccepted accepted;
        private List<Share> shares;
        private List<AssignmentReturned> returns;
        private List<HoldingAnswerGiven> holdingAnswers;
        private List<AnswerCleared> clearances;
        private List<AnswerOnRecord> answers;
        private List<AssignmentReopened> reopenings;
        private List<AssignmentPartsTransferred> transfers;
        private @Nullable AssignmentClosed closed;
        private List<AssignmentResumed> resumptions;

        Next(AssignmentState before) {
            this.before = before;
            accepted = before.accepted;
            shares = before.shares;
            returns = before.returns;
            holdingAnswers = before.holdingAnswers;
            clearances = before.clearances;
            answers = before.answers;
            reopenings = before.reopenings;
            transfers = before.transfers;
            closed = before.closed;
            resumptions = before.resumptions;
        }

        void apply(AssignmentEvent event) {
            if (event instanceof AssignmentAccepted next) {
                accepted = next;
            } else if (event instanceof AssignmentReturned next) {
                returned(next);
            } else if (event instanceof HoldingAnswerGiven next) {
                holdingAnswers = and(holdingAnswers, next);
            } else if (event instanceof AnswerCleared next) {
                clearances = and(clearances, next);
            } else if (event instanceof AnswerPublished next) {
                answers = and(answers, new AnswerOnRecord(next, List.of()));
                List<Integer> answered =
                        next.parts().stream().map(PartAnswer::part).toList();
                change(here(answered), share -> share.standing(PartStanding.ANSWERED));
            } else if (event instanceof AnswerCorrected next) {
                answers = answers.stream()
                        .map(answer ->
                                answer.published().answerId().equals(next.answerId()) ? answer.corrected(next) : answer)
                        .toList();
            } else if (event instanceof AssignmentReopened next) {
                reopenings = and(reopenings, next);
                change(
                        here(next.parts()).and(share -> share.standing() != PartStanding.RETURNED),
                        share -> new Share(share.part(), PartStanding.DUE, next.happenedAt()));
            } else if (event instanceof AssignmentPartsTransferred next) {
                transfers = and(transfers, next);
                change(here(next.parts()), share -> share.standing(PartStanding.TRANSFERRED));
            } else if (event instanceof AssignmentClosed next) {
                closed = next;
                if (next.reason() == ClosingReason.TRANSFERRED) {
                    change(share -> true, share -> share.standing(PartStanding.TRANSFERRED));
                }
            } else if (event instanceof AssignmentResumed next) {
                closed = null;
                resumptions = and(resumptions, next);
            } else {
                throw new IllegalStateException(event.getClass() + " is not folded");
            }
        }

        /** In older history a return names no parts: it concerned all that were due. */
        private void returned(AssignmentReturned next) {
            List<Integer> parts = next.parts().isEmpty() ? before.parts(PartStanding.DUE) : next.parts();
            returns = and(
                    returns,
                    new AssignmentReturned(
                            next.assignmentId(),
                            next.questionId(),
                            next.body(),
                            next.category(),
                            next.text(),
                            parts,
                            next.happenedAt()));
            change(here(parts), share -> share.standing(PartStanding.RETURNED));
        }

        private static Predicate<Share> here(List<Integer> parts) {
            return share -> parts.contains(share.part()) && share.standing() != PartStanding.TRANSFERRED;
        }

        private void change(Predicate<Share> which, UnaryOperator<Share> change) {
            shares = shares.stream()
                    .map(share -> which.test(share) ? change.apply(share) : share)
                    .toList();
        }

        AssignmentState state() {
            return new AssignmentState(
                    before.opened,
                    accepted,
                    shares,
                    returns,
                    holdingAnswers,
                    clearances,
                    answers,
                    reopenings,
                    transfers,
                    closed,
                    resumptions);
        }

        private static <T> List<T> and(List<T> list, T next) {
            return Stream.concat(list.stream(), Stream.of(next)).toList();
        }
    }
}
