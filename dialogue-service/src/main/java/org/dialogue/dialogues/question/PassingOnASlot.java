package org.dialogue.dialogues.question;

import java.util.List;
import java.util.Optional;
import org.dialogue.dialogues.question.QuestionCommand.TransferAssignment;
import org.dialogue.events.question.QuestionEvent.AssignmentTransferred;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.kit.rules.RuleViolation;
import org.dialogue.kit.rules.Unknown;

/** A share that was not answered passes to another body, and with it parts, due date and clock. */
final class PassingOnASlot {

    private PassingOnASlot() {}

    /** {@return the transfer; empty if the command repeats what was done} */
    static Optional<AssignmentTransferred> decide(QuestionState question, TransferAssignment command) {
        AnswerSlot former = question.slot(command.formerAssignment())
                .orElseThrow(() ->
                        new Unknown("assignment", command.formerAssignment().value()));
        if (former.passedTo() != null) {
            mustBeRepeated(question, former, command);
            return Optional.empty();
        }
        AssigningParts.mustBeOpenForAssignment(question);
        AssigningParts.mustBeAdmitted(question, command.body());
        if (former.state() == AnswerSlot.State.ANSWERED) {
            throw new RuleViolation("assignment-answered", "an assignment that was answered stays with its body");
        }
        if (question.slot(command.assignmentId()).isPresent()) {
            throw new RuleViolation("assignment-id-taken", command.assignmentId() + " exists already");
        }
        mustBeNewToTheParts(question, former, command.body());
        return Optional.of(new AssignmentTransferred(
                command.questionId(),
                question.raised().programmeId(),
                former.assignmentId(),
                former.body(),
                command.assignmentId(),
                command.body(),
                former.role(),
                former.parts(),
                former.due(),
                former.clockStartedAt(),
                command.reason(),
                command.happenedAt()));
    }

    private static void mustBeRepeated(QuestionState question, AnswerSlot former, TransferAssignment command) {
        boolean same = command.assignmentId().equals(former.passedTo())
                && question.slot(command.assignmentId())
                        .filter(successor -> successor.body().equals(command.body()))
                        .isPresent();
        if (!same) {
            throw new RuleViolation(
                    "assignment-transferred", former.assignmentId() + " passed to " + former.passedTo() + " already");
        }
    }

    /** A body that returned its share may be told that it is its share nevertheless. */
    private static void mustBeNewToTheParts(QuestionState question, AnswerSlot former, BodyId body) {
        if (former.body().equals(body) && former.state() != AnswerSlot.State.RETURNED) {
            throw new RuleViolation("body-assigned-once", "the assignment is with " + body + " already");
        }
        List<Integer> parts = former.parts();
        boolean asked = question.slots().stream()
                .filter(slot -> !slot.assignmentId().equals(former.assignmentId()))
                .filter(slot -> slot.body().equals(body))
                .anyMatch(slot -> parts.stream().anyMatch(slot::answersFor));
        if (asked) {
            throw new RuleViolation("body-assigned-once", body + " has a share in the same parts already");
        }
    }
}
