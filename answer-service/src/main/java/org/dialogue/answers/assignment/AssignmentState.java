package org.dialogue.answers.assignment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dialogue.events.assignment.AssignmentEvent;
import org.dialogue.events.assignment.AssignmentEvent.AnswerCleared;
import org.dialogue.events.assignment.AssignmentEvent.AnswerCorrected;
import org.dialogue.events.assignment.AssignmentEvent.AnswerPublished;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentAccepted;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentClosed;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentOpened;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentReopened;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentReturned;
import org.dialogue.events.assignment.AssignmentEvent.HoldingAnswerGiven;
import org.dialogue.events.assignment.PartAnswer;
import org.dialogue.events.vocabulary.AnswerId;
import org.jspecify.annotations.Nullable;

/**
 * An assignment as its history tells it: a pure fold, for the aggregate's decisions as for those who read it.
 *
 * @param opened how it began
 * @param status where it stands
 * @param partsDue the parts that are owed, in the question's order
 * @param returned why the body handed it back, if it did
 * @param holdingAnswers what the body said meanwhile
 * @param clearances the answers that the head cleared; the last one can be published
 * @param answers the answers published
 * @param reopenings the asker's reopenings that concern it
 * @param closed why nothing more is owed, if so
 */
public record AssignmentState(
        AssignmentOpened opened,
        AssignmentStatus status,
        List<Integer> partsDue,
        @Nullable AssignmentReturned returned,
        List<HoldingAnswerGiven> holdingAnswers,
        List<AnswerCleared> clearances,
        List<AnswerOnRecord> answers,
        List<AssignmentReopened> reopenings,
        @Nullable AssignmentClosed closed) {

    /**
     * Folds one more event in.
     *
     * @param state what the events before it amount to; null before the first
     * @param event the next event
     * @return what all of them amount to
     */
    public static AssignmentState after(@Nullable AssignmentState state, AssignmentEvent event) {
        if (event instanceof AssignmentOpened opened) {
            return new AssignmentState(
                    opened,
                    AssignmentStatus.OPEN,
                    opened.parts(),
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    null);
        }
        if (state == null) {
            throw new IllegalStateException(
                    "the history of " + event.assignmentId() + " does not begin with its opening");
        }
        return state.then(event);
    }

    private AssignmentState then(AssignmentEvent event) {
        if (event instanceof AssignmentAccepted) {
            return with(AssignmentStatus.ACCEPTED, partsDue);
        } else if (event instanceof AssignmentReturned next) {
            return new AssignmentState(
                    opened,
                    AssignmentStatus.RETURNED,
                    partsDue,
                    next,
                    holdingAnswers,
                    clearances,
                    answers,
                    reopenings,
                    closed);
        } else if (event instanceof HoldingAnswerGiven next) {
            return new AssignmentState(
                    opened,
                    status,
                    partsDue,
                    returned,
                    and(holdingAnswers, next),
                    clearances,
                    answers,
                    reopenings,
                    closed);
        } else if (event instanceof AnswerCleared next) {
            return new AssignmentState(
                    opened,
                    status,
                    partsDue,
                    returned,
                    holdingAnswers,
                    and(clearances, next),
                    answers,
                    reopenings,
                    closed);
        } else if (event instanceof AnswerPublished next) {
            return published(next);
        } else if (event instanceof AnswerCorrected next) {
            return withAnswers(answers.stream()
                    .map(answer ->
                            answer.published().answerId().equals(next.answerId()) ? answer.corrected(next) : answer)
                    .toList());
        } else if (event instanceof AssignmentReopened next) {
            return reopened(next);
        } else if (event instanceof AssignmentClosed next) {
            return new AssignmentState(
                    opened,
                    AssignmentStatus.CLOSED,
                    List.of(),
                    returned,
                    holdingAnswers,
                    clearances,
                    answers,
                    reopenings,
                    next);
        }
        throw new IllegalStateException(event.getClass() + " is not folded");
    }

    private AssignmentState published(AnswerPublished next) {
        List<Integer> answered = next.parts().stream().map(PartAnswer::part).toList();
        List<Integer> left =
                partsDue.stream().filter(part -> !answered.contains(part)).toList();
        return withAnswers(and(answers, new AnswerOnRecord(next, List.of())))
                .with(left.isEmpty() ? AssignmentStatus.ANSWERED : status, left);
    }

    private AssignmentState reopened(AssignmentReopened next) {
        List<Integer> dueAgain = opened.parts().stream()
                .filter(part -> partsDue.contains(part) || next.parts().contains(part))
                .toList();
        return new AssignmentState(
                        opened,
                        status,
                        partsDue,
                        returned,
                        holdingAnswers,
                        clearances,
                        answers,
                        and(reopenings, next),
                        closed)
                .with(status == AssignmentStatus.ANSWERED ? AssignmentStatus.ACCEPTED : status, dueAgain);
    }

    /** {@return the round of the last reopening, 0 before the first} */
    public int round() {
        return reopenings.isEmpty() ? 0 : reopenings.get(reopenings.size() - 1).round();
    }

    Optional<AnswerCleared> lastClearance() {
        return clearances.isEmpty() ? Optional.empty() : Optional.of(clearances.get(clearances.size() - 1));
    }

    Optional<AnswerOnRecord> answer(AnswerId answerId) {
        return answers.stream()
                .filter(answer -> answer.published().answerId().equals(answerId))
                .findFirst();
    }

    boolean knows(AnswerId answerId) {
        return clearances.stream().anyMatch(cleared -> cleared.answerId().equals(answerId));
    }

    private AssignmentState with(AssignmentStatus next, List<Integer> due) {
        return new AssignmentState(
                opened, next, due, returned, holdingAnswers, clearances, answers, reopenings, closed);
    }

    private AssignmentState withAnswers(List<AnswerOnRecord> next) {
        return new AssignmentState(
                opened, status, partsDue, returned, holdingAnswers, clearances, next, reopenings, closed);
    }

    private static <T> List<T> and(List<T> list, T next) {
        return Stream.concat(list.stream(), Stream.of(next)).toList();
    }
}
