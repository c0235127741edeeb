package org.dialogue.answers.assignment.web;

import java.time.Instant;
import java.util.List;
import org.dialogue.answers.assignment.AssignmentState;
import org.dialogue.answers.assignment.AssignmentStatus;
import org.dialogue.events.assignment.AssignmentEvent.AnswerCleared;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentClosed;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentOpened;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentReopened;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentReturned;
import org.dialogue.events.assignment.AssignmentEvent.HoldingAnswerGiven;
import org.dialogue.events.question.AnsweringRole;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.Due;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.jspecify.annotations.Nullable;

/**
 * An assignment as it is shown.
 *
 * @param parts the parts assigned
 * @param partsDue the parts that are owed
 * @param clockStartedAt since when the answer is owed
 * @param clearances the answers that the head cleared; the last one is, or was, the one to publish
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
        Due due,
        Instant clockStartedAt,
        @Nullable AssignmentReturned returned,
        List<HoldingAnswerGiven> holdingAnswers,
        List<AnswerCleared> clearances,
        List<AnswerView> answers,
        List<AssignmentReopened> reopenings,
        @Nullable AssignmentClosed closed) {

    static AssignmentView of(AssignmentState state) {
        AssignmentOpened opened = state.opened();
        return new AssignmentView(
                opened.assignmentId(),
                opened.questionId(),
                opened.programmeId(),
                opened.body(),
                opened.role(),
                state.status(),
                opened.parts(),
                state.partsDue(),
                opened.due(),
                opened.clockStartedAt(),
                state.returned(),
                state.holdingAnswers(),
                state.clearances(),
                state.answers().stream().map(AnswerView::of).toList(),
                state.reopenings(),
                state.closed());
    }
}
