package org.dialogue.answers.assignment.web;

import java.time.Instant;
import java.util.List;
import org.dialogue.answers.assignment.AssignmentState;
import org.dialogue.answers.assignment.AssignmentStatus;
import org.dialogue.answers.assignment.web.AssignmentView.Standing;
import org.dialogue.events.question.AnsweringRole;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.Due;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.jspecify.annotations.Nullable;

/**
 * An assignment in a list, such as a department's inbox.
 *
 * @param programmeId the programme in which its question is followed up
 * @param partsDue the parts that the body owes
 * @param standings where each part stands, ordered by part
 * @param clockStartedAt since when the answer is owed
 * @param ageDays for how many days that has been so
 * @param note what the secretariat wants the body to know, if anything
 * @param transferReason why it was passed on to this body, if it was
 * @param round the last reopening that concerned it, 0 for none
 * @param question what is asked
 */
record ListedAssignment(
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
        int round,
        @Nullable AssignedQuestion question) {

    static ListedAssignment of(AssignmentState state, long ageDays, @Nullable AssignedQuestion question) {
        return new ListedAssignment(
                state.opened().assignmentId(),
                state.opened().questionId(),
                question == null ? state.opened().programmeId() : question.programmeId(),
                state.opened().body(),
                state.opened().role(),
                state.status(),
                state.opened().parts(),
                state.partsDue(),
                AssignmentView.standings(state),
                state.opened().due(),
                state.opened().clockStartedAt(),
                ageDays,
                state.opened().note(),
                state.opened().transferReason(),
                state.round(),
                question);
    }
}
