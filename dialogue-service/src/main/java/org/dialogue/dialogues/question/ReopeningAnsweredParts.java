package org.dialogue.dialogues.question;

import java.util.List;
import java.util.Optional;
import org.dialogue.dialogues.question.QuestionCommand.ReopenQuestion;
import org.dialogue.events.question.QuestionEvent.QuestionReopened;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.kit.rules.RuleViolation;

/** Parts that were answered can be opened again, even after the conclusion; all bodies that answered owe again. */
final class ReopeningAnsweredParts {

    private ReopeningAnsweredParts() {}

    /** {@return the reopening; empty if the command repeats what was done} */
    static Optional<QuestionReopened> decide(QuestionState question, ReopenQuestion command) {
        List<Integer> parts = command.parts().stream().distinct().sorted().toList();
        mustBeKnown(question, command.parts());
        if (question.status() == QuestionStatus.WITHDRAWN) {
            throw new RuleViolation("question-withdrawn", "the question was taken back");
        }
        if (repeats(question, parts, command.reason())) {
            return Optional.empty();
        }
        for (int part : parts) {
            if (!question.hasAnswerTo(part)) {
                throw new RuleViolation("part-not-answered", "part " + part + " has no answer to object to");
            }
        }
        List<AssignmentId> slots = question.slots().stream()
                .filter(slot -> parts.stream().anyMatch(slot::hasAnswered))
                .map(AnswerSlot::assignmentId)
                .toList();
        QuestionReopened former = question.reopening();
        int round = former == null ? 1 : former.round() + 1;
        return Optional.of(new QuestionReopened(
                command.questionId(), round, parts, slots, command.reason(), command.happenedAt()));
    }

    private static void mustBeKnown(QuestionState question, List<Integer> parts) {
        for (int i = 0; i < parts.size(); i++) {
            if (!question.hasPart(parts.get(i))) {
                throw new InvalidInput("parts[" + i + "]", "unknown-part", "the question has no part " + parts.get(i));
            }
        }
    }

    private static boolean repeats(QuestionState question, List<Integer> parts, String reason) {
        QuestionReopened former = question.reopening();
        return former != null
                && former.parts().equals(parts)
                && former.reason().equals(reason)
                && parts.stream().noneMatch(question::hasAnswerTo);
    }
}
