package org.dialogue.dialogues.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dialogue.dialogues.question.QuestionCommand.AssignQuestion;
import org.dialogue.dialogues.question.QuestionCommand.NewAssignment;
import org.dialogue.dialogues.repeats.Repeats;
import org.dialogue.events.question.AnsweringRole;
import org.dialogue.events.question.QuestionEvent.QuestionAssigned;
import org.dialogue.events.question.Visibility;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.kit.rules.RuleViolation;

/**
 * Each assigned part has exactly one lead, any number of bodies beside it, and no body twice. A restricted question
 * goes only to bodies that may read it.
 */
final class AssigningParts {

    private AssigningParts() {}

    /** {@return the shares to be opened; none if the command repeats what was done} */
    static List<QuestionAssigned> decide(QuestionState question, AssignQuestion command) {
        List<QuestionAssigned> fresh = new ArrayList<>();
        for (int i = 0; i < command.assignments().size(); i++) {
            NewAssignment wanted = command.assignments().get(i);
            QuestionAssigned share = share(question, command, wanted, "assignments[" + i + "].parts");
            question.slot(wanted.assignmentId())
                    .ifPresentOrElse(slot -> mustBeRepeated(slot, share), () -> fresh.add(share));
        }
        if (!fresh.isEmpty()) {
            mustBeOpenForAssignment(question);
            fresh.forEach(share -> mustBeAdmitted(question, share.body()));
            question.partNumbers().forEach(part -> mustBeSharedProperly(question, fresh, part));
        }
        return fresh;
    }

    static void mustBeOpenForAssignment(QuestionState question) {
        if (question.status() == QuestionStatus.WITHDRAWN) {
            throw new RuleViolation("question-withdrawn", "nothing more is owed on a question that was taken back");
        }
        if (question.status() == QuestionStatus.CONCLUDED) {
            throw new RuleViolation(
                    "question-concluded", "a concluded question is assigned again only by reopening it");
        }
    }

    static void mustBeAdmitted(QuestionState question, BodyId body) {
        Visibility visibility = question.raised().visibility();
        if (visibility.kind() == Visibility.Kind.RESTRICTED
                && !visibility.bodies().contains(body)) {
            throw new RuleViolation("body-may-not-read", "the question is restricted, and not to " + body);
        }
    }

    private static QuestionAssigned share(
            QuestionState question, AssignQuestion command, NewAssignment wanted, String field) {
        for (int part : wanted.parts()) {
            if (!question.hasPart(part)) {
                throw new InvalidInput(field, "unknown-part", "the question has no part " + part);
            }
        }
        List<Integer> parts = wanted.parts().isEmpty()
                ? question.partNumbers()
                : wanted.parts().stream().distinct().sorted().toList();
        return new QuestionAssigned(
                command.questionId(),
                question.raised().programmeId(),
                wanted.assignmentId(),
                wanted.body(),
                wanted.role(),
                parts,
                wanted.due(),
                command.happenedAt(),
                wanted.note(),
                command.happenedAt());
    }

    private static void mustBeRepeated(AnswerSlot slot, QuestionAssigned share) {
        AnswerSlot asked = AnswerSlot.opened(share);
        boolean same = slot.body().equals(asked.body())
                && slot.role() == asked.role()
                && slot.parts().equals(asked.parts())
                && slot.due().equals(asked.due())
                && Objects.equals(slot.note(), asked.note());
        Repeats.mustHaveSameContent(same, "assignment", slot.assignmentId());
    }

    private static void mustBeSharedProperly(QuestionState question, List<QuestionAssigned> fresh, int part) {
        List<QuestionAssigned> added =
                fresh.stream().filter(share -> share.parts().contains(part)).toList();
        if (added.isEmpty()) {
            return;
        }
        long leads = Stream.concat(
                        question.slotsFor(part).map(AnswerSlot::role),
                        added.stream().map(QuestionAssigned::role))
                .filter(role -> role == AnsweringRole.LEAD)
                .count();
        if (leads != 1) {
            throw new RuleViolation(
                    "one-lead-for-each-part", "part " + part + " would have " + leads + " leading bodies");
        }
        List<BodyId> bodies = Stream.concat(
                        question.slotsFor(part).map(AnswerSlot::body),
                        added.stream().map(QuestionAssigned::body))
                .toList();
        if (bodies.stream().distinct().count() != bodies.size()) {
            throw new RuleViolation("body-assigned-once", "a body would be asked twice to answer part " + part);
        }
    }
}
