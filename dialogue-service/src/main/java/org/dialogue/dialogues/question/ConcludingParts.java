package org.dialogue.dialogues.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dialogue.dialogues.question.QuestionCommand.ConcludeQuestion;
import org.dialogue.events.question.PartConclusion;
import org.dialogue.events.question.QuestionEvent.QuestionConcluded;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.kit.rules.RuleViolation;
import org.dialogue.kit.rules.Violation;

/** An answered question is concluded once, with one decision on each part. */
final class ConcludingParts {

    private ConcludingParts() {}

    /** {@return the conclusion; empty if the command repeats what was done} */
    static Optional<QuestionConcluded> decide(QuestionState question, ConcludeQuestion command) {
        mustNameEachPartOnce(question, command.conclusions());
        List<PartConclusion> inOrder = command.conclusions().stream()
                .sorted(Comparator.comparingInt(PartConclusion::part))
                .toList();
        QuestionConcluded former = question.conclusion();
        if (question.status() == QuestionStatus.CONCLUDED && former != null) {
            if (former.conclusions().equals(inOrder)) {
                return Optional.empty();
            }
            throw new RuleViolation("question-concluded", "the chair has concluded on this question already");
        }
        if (question.status() != QuestionStatus.ANSWERED) {
            throw new RuleViolation("question-not-answered", "the chair concludes when every part was answered");
        }
        return Optional.of(new QuestionConcluded(command.questionId(), command.chair(), inOrder, command.happenedAt()));
    }

    private static void mustNameEachPartOnce(QuestionState question, List<PartConclusion> conclusions) {
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < conclusions.size(); i++) {
            int part = conclusions.get(i).part();
            if (!question.hasPart(part)) {
                violations.add(new Violation(
                        "conclusions[" + i + "].part", "unknown-part", "the question has no part " + part));
            }
        }
        for (int part : question.partNumbers()) {
            long times = conclusions.stream()
                    .filter(conclusion -> conclusion.part() == part)
                    .count();
            if (times != 1) {
                violations.add(new Violation(
                        "conclusions", "each-part-once", "part " + part + " is concluded " + times + " times"));
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
    }
}
