package org.dialogue.dialogues.question;

import java.util.List;
import java.util.Optional;
import org.dialogue.dialogues.directory.Directory;
import org.dialogue.dialogues.question.AnswerSlot.Standing;
import org.dialogue.dialogues.question.QuestionCommand.TransferAssignment;
import org.dialogue.events.question.QuestionEvent.AssignmentTransferred;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.kit.rules.NotFound;
import org.dialogue.kit.rules.RuleViolation;

/**
 * What is owed in a share passes to another body, all of it or chosen parts, and with it due date and clock. What was
 * answered, and is not contested, stays with its body.
 */
final class TransferAssignmentDecision {

    private TransferAssignmentDecision() {}

    /** {@return the transfer; empty if the command repeats what was done} */
    static Optional<AssignmentTransferred> decide(
            QuestionState question, TransferAssignment command, AssignmentIds ids, Directory directory) {
        AnswerSlot former = question.slot(command.formerAssignment())
                .orElseThrow(() ->
                        new NotFound("assignment", command.formerAssignment().value()));
        mustBePartsOf(former, command);
        if (repeats(former, command)) {
            return Optional.empty();
        }
        List<Integer> parts = owedParts(former, command);
        directory.bodyIn("body", command.body());
        AssignQuestionDecision.mustBeOpenForAssignment(question);
        AssignQuestionDecision.mustBeAdmitted(question, command.body());
        if (question.slot(command.assignmentId()).isPresent()) {
            throw new RuleViolation(
                    "assignment-id-taken",
                    command.assignmentId().value() + " exists already",
                    command.assignmentId().value());
        }
        mustBeNewToTheParts(question, former, parts, command.body());
        ids.reserve(command.assignmentId(), command.questionId());
        return Optional.of(new AssignmentTransferred(
                command.questionId(),
                question.programmeId(),
                former.assignmentId(),
                former.body(),
                command.assignmentId(),
                command.body(),
                former.role(),
                parts,
                former.due(),
                former.clockStartedAt(),
                command.reason(),
                command.happenedAt().notBefore(former.since(parts))));
    }

    private static void mustBePartsOf(AnswerSlot former, TransferAssignment command) {
        for (int i = 0; i < command.parts().size(); i++) {
            int part = command.parts().get(i);
            if (former.standing(part).isEmpty()) {
                throw new InvalidInput(
                        "parts[" + i + "]",
                        "unknown-part.assignment",
                        "part " + part + " was never in this assignment",
                        part);
            }
        }
    }

    private static boolean repeats(AnswerSlot former, TransferAssignment command) {
        if (former.passedOn().isEmpty()) {
            return false;
        }
        AssignmentTransferred last = former.passedOn().get(former.passedOn().size() - 1);
        boolean sameSuccessor = !command.named() || last.assignmentId().equals(command.assignmentId());
        boolean sameParts = command.parts().isEmpty()
                ? former.owed().isEmpty()
                : chosen(command).equals(last.parts());
        boolean same = sameSuccessor
                && sameParts
                && last.body().equals(command.body())
                && last.reason().equals(command.reason());
        return command.happenedAt().repeats(same, last.happenedAt());
    }

    private static List<Integer> owedParts(AnswerSlot former, TransferAssignment command) {
        if (command.parts().isEmpty()) {
            if (former.owed().isEmpty()) {
                throw former.state() == AnswerSlot.State.ANSWERED
                        ? new RuleViolation(
                                "assignment-answered", "an assignment that was answered stays with its body")
                        : new RuleViolation(
                                "assignment-transferred",
                                former.assignmentId().value() + " has passed on already",
                                former.assignmentId().value());
            }
            return former.owed();
        }
        for (int part : chosen(command)) {
            if (former.hasAnswered(part)) {
                throw new RuleViolation(
                        "part-answered", "part " + part + " was answered and stays with its body", part);
            }
            if (!former.answersFor(part)) {
                throw new RuleViolation("part-transferred", "part " + part + " has passed on already", part);
            }
        }
        return chosen(command);
    }

    private static List<Integer> chosen(TransferAssignment command) {
        return command.parts().stream().distinct().sorted().toList();
    }

    /** A body that returned its share may be told that it is its share nevertheless. */
    private static void mustBeNewToTheParts(
            QuestionState question, AnswerSlot former, List<Integer> parts, BodyId body) {
        if (former.body().equals(body) && !former.parts(Standing.RETURNED).containsAll(parts)) {
            throw new RuleViolation(
                    "body-assigned-once.present", "the assignment is with " + body.value() + " already", body.value());
        }
        boolean asked = question.slots().stream()
                .filter(slot -> !slot.assignmentId().equals(former.assignmentId()))
                .filter(slot -> slot.body().equals(body))
                .anyMatch(slot -> parts.stream().anyMatch(slot::answersFor));
        if (asked) {
            throw new RuleViolation(
                    "body-assigned-once.share", body.value() + " has a share in the same parts already", body.value());
        }
    }
}
