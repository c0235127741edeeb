package org.dialogue.dialogues.question;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dialogue.dialogues.programme.Programmes;
import org.dialogue.dialogues.question.QuestionCommand.ReopenQuestion;
import org.dialogue.events.question.QuestionEvent;
import org.dialogue.events.question.QuestionEvent.QuestionReopened;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.kit.rules.RuleViolation;

/**
 * Parts that were answered can be opened again, even after the conclusion; all bodies that answered owe again, and the
 * conclusion on these parts stands no longer. In an archived programme nothing is opened again: it is carried over first.
 */
final class ReopenQuestionDecision {

    private ReopenQuestionDecision() {}

    /** {@return the reopening; empty if the command repeats what was done} */
    static Optional<QuestionReopened> decide(QuestionState question, ReopenQuestion command, Programmes programmes) {
        List<Integer> parts = command.parts().stream().distinct().sorted().toList();
        mustBeKnown(question, command.parts());
        if (question.status() == QuestionStatus.WITHDRAWN) {
            throw new RuleViolation("question-withdrawn", "the question was taken back");
        }
        QuestionReopened former = question.latest(QuestionReopened.class).orElse(null);
        if (former != null && repeats(question, command, former, parts)) {
            return Optional.empty();
        }
        GroupingPolicy.mustStandByItself(question);
        programmes.mustNotBeArchived(question.programmeId());
        for (int part : parts) {
            if (!question.hasAnswerTo(part)) {
                throw new RuleViolation("part-not-answered", "part " + part + " has no answer to object to", part);
            }
        }
        List<AssignmentId> slots = question.slots().stream()
                .filter(slot -> parts.stream().anyMatch(slot::hasAnswered))
                .map(AnswerSlot::assignmentId)
                .toList();
        int round = former == null ? 1 : former.round() + 1;
        return Optional.of(new QuestionReopened(
                command.questionId(),
                round,
                parts,
                slots,
                command.reason(),
                command.happenedAt().notBefore(since(question, parts))));
    }

    /** What is contested is the answer, and the conclusion if there is one. */
    private static Instant since(QuestionState question, List<Integer> parts) {
        boolean concluded =
                parts.stream().anyMatch(part -> question.conclusion(part).isPresent());
        Stream<Instant> conclusion =
                concluded ? question.latestConclusion().map(QuestionEvent::happenedAt).stream() : Stream.empty();
        return Stream.concat(Stream.of(question.answeredSince(parts)), conclusion)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private static void mustBeKnown(QuestionState question, List<Integer> parts) {
        for (int i = 0; i < parts.size(); i++) {
            if (!question.hasPart(parts.get(i))) {
                throw new InvalidInput(
                        "parts[" + i + "]", "unknown-part", "the question has no part " + parts.get(i), parts.get(i));
            }
        }
    }

    private static boolean repeats(
            QuestionState question, ReopenQuestion command, QuestionReopened former, List<Integer> parts) {
        boolean same = former.parts().equals(parts)
                && former.reason().equals(command.reason())
                && parts.stream().noneMatch(question::hasAnswerTo);
        return command.happenedAt().repeats(same, former.happenedAt());
    }
}
