package org.dialogue.answers.assignment.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.dialogue.answers.assignment.AssignmentState;
import org.dialogue.answers.assignment.AssignmentStatus;
import org.dialogue.answers.assignment.PartStanding;
import org.dialogue.events.assignment.AssignmentEvent.AnswerCleared;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentAccepted;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentClosed;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentOpened;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentPartsTransferred;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentReopened;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentResumed;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentReturned;
import org.dialogue.events.assignment.AssignmentEvent.HoldingAnswerGiven;
import org.dialogue.events.question.AnsweringRole;
import org.dialogue.events.vocabulary.AnswerId;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.Due;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.jspecify.annotations.Nullable;

/**
 * An assignment as it is shown.
 *
 * @param programmeId the programme in which its question is followed up
 * @param parts the parts assigned
 * @param partsDue the parts that the body owes
 * @param standings where each part stands, ordered by part; the question's view of the slot says the same
 * @param clockStartedAt since when the answer is owed
 * @param ageDays for how many days that has been so
 * @param note what the secretariat wants the body to know, if anything
 * @param transferReason why it was passed on to this body, if it was
 * @param acceptedAt when the body took it on, if it did
 * @param returned the last return, if the body ever handed anything back
 * @param returns every return, with the parts it concerned
 * @param answerId the answer cleared last, published or not
 * @param clearances the answers that the head cleared; the last one is, or was, the one to publish
 * @param transfers what passed to other bodies while other parts stayed
 * @param resumptions how it stood again after withdrawals that were mistakes
 * @param question what is asked
 */
record AssignmentView(
        AssignmentId assignmentId,
        QuestionId questionId,
        ProgrammeId programmeId,
        BodyId body,
        AnsweringRole role,
        AssignmentStatus status,
        List<Integer> parts,
        List<Integer> partsDue,
        List<Standing> standings,
        Due due,
        Instant clockStartedAt,
        long ageDays,
        @Nullable String note,
        @Nullable String transferReason,
        @Nullable Instant acceptedAt,
        @Nullable AssignmentReturned returned,
        List<AssignmentReturned> returns,
        @Nullable AnswerId answerId,
        List<HoldingAnswerGiven> holdingAnswers,
        List<AnswerCleared> clearances,
        List<AnswerView> answers,
        List<AssignmentReopened> reopenings,
        List<AssignmentPartsTransferred> transfers,
        @Nullable AssignmentClosed closed,
        List<AssignmentResumed> resumptions,
        @Nullable AssignedQuestion question) {

    /** Where a part stands. */
    record Standing(int part, PartStanding standing) {}

    static AssignmentView of(AssignmentState state, long ageDays, @Nullable AssignedQuestion question) {
        AssignmentOpened opened = state.opened();
        AssignmentAccepted accepted = state.accepted();
        return new AssignmentView(
                opened.assignmentId(),
                opened.questionId(),
                question == null ? opened.programmeId() : question.programmeId(),
                opened.body(),
                opened.role(),
                state.status(),
                opened.parts(),
                state.partsDue(),
                standings(state),
                opened.due(),
                opened.clockStartedAt(),
                ageDays,
                opened.note(),
                opened.transferReason(),
                accepted == null ? null : accepted.happenedAt(),
                state.lastReturn().orElse(null),
                state.returns(),
                state.lastClearance().map(AnswerCleared::answerId).orElse(null),
                state.holdingAnswers(),
                state.clearances(),
                state.answers().stream().map(AnswerView::of).toList(),
                state.reopenings(),
                state.transfers(),
                state.closed(),
                state.resumptions(),
                question);
    }

    static List<Standing> standings(AssignmentState state) {
        return state.shares().stream()
                .map(share -> new Standing(share.part(), share.standing()))
                .sorted(Comparator.comparingInt(Standing::part))
                .toList();
    }
}
