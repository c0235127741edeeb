package org.dialogue.answers.assignment;

import java.time.Instant;
import java.util.List;
import org.dialogue.events.question.AnsweringRole;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.Due;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;

/**
 * An assignment in a list.
 *
 * @param partsDue the parts that are owed
 * @param clockStartedAt since when the answer is owed
 * @param round the last reopening that concerned it, 0 for none
 */
public record ListedAssignment(
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
        int round) {

    static ListedAssignment of(AssignmentState state) {
        return new ListedAssignment(
                state.opened().assignmentId(),
                state.opened().questionId(),
                state.opened().programmeId(),
                state.opened().body(),
                state.opened().role(),
                state.status(),
                state.opened().parts(),
                state.partsDue(),
                state.opened().due(),
                state.opened().clockStartedAt(),
                state.round());
    }
}
