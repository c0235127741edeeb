package org.dialogue.dialogues.question;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dialogue.dialogues.question.QuestionCommand.ConcludeQuestion;
import org.dialogue.dialogues.question.QuestionCommand.CorrectConclusion;
import org.dialogue.events.question.PartConclusion;
import org.dialogue.events.question.QuestionEvent;
import org.dialogue.events.question.QuestionEvent.QuestionConcluded;
import org.dialogue.events.question.QuestionEvent.QuestionConclusionCorrected;
import org.dialogue.events.question.QuestionEvent.QuestionPartsConcluded;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.kit.rules.Findings;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.kit.rules.RuleViolation;

/** Each answered part is concluded once, by itself or with others; the last one concludes the question. */
final class ConcludeQuestionDecision {

    private ConcludeQuestionDecision() {}

    /** {@return the conclusion; empty if the command repeats what was done} */
    static Optional<QuestionEvent> decide(QuestionState question, ConcludeQuestion command, PersonReference chair) {
        mustNamePartsOnce(question, command.conclusions());
        GroupingPolicy.mustStandByItself(question);
        List<PartConclusion> news = command.conclusions().stream()
                .filter(conclusion -> !stands(question, conclusion))
                .sorted(Comparator.comparingInt(PartConclusion::part))
                .toList();
        Optional<QuestionEvent> former = question.latestConclusion();
        if (former.isPresent()
                && command.happenedAt().repeats(news.isEmpty(), former.get().happenedAt())) {
            return Optional.empty();
        }
        if (question.status() == QuestionStatus.CONCLUDED) {
            throw new RuleViolation("question-concluded", "the chair has concluded on this question already");
        }
        mustBeAnswered(question, news);
        if (news.isEmpty() || news.stream().anyMatch(conclusion -> isConcluded(question, conclusion))) {
            throw new RuleViolation("part-concluded.correct", "a part that was concluded is put right by a correction");
        }
        List<Integer> parts = news.stream().map(PartConclusion::part).toList();
        Instant at = command.happenedAt().notBefore(question.answeredSince(parts));
        List<PartConclusion> standing = Stream.concat(question.conclusions().stream(), news.stream())
                .sorted(Comparator.comparingInt(PartConclusion::part))
                .toList();
        return Optional.of(
                standing.size() == question.partNumbers().size()
                        ? new QuestionConcluded(command.questionId(), chair, standing, at)
                        : new QuestionPartsConcluded(command.questionId(), chair, news, at));
    }

    /** {@return the correction; empty if the command repeats what was done} */
    static Optional<QuestionConclusionCorrected> decide(
            QuestionState question, CorrectConclusion command, PersonReference chair) {
        mustNamePartsOnce(question, command.conclusions());
        List<PartConclusion> news = command.conclusions().stream()
                .filter(conclusion -> !stands(question, conclusion))
                .sorted(Comparator.comparingInt(PartConclusion::part))
                .toList();
        Optional<QuestionConclusionCorrected> former = question.latest(QuestionConclusionCorrected.class);
        if (former.isPresent()
                && command.happenedAt()
                        .repeats(
                                news.isEmpty() && former.get().reason().equals(command.reason()),
                                former.get().happenedAt())) {
            return Optional.empty();
        }
        for (PartConclusion conclusion : command.conclusions()) {
            if (!isConcluded(question, conclusion)) {
                throw new RuleViolation(
                        "part-not-concluded",
                        "no conclusion on part " + conclusion.part() + " stands",
                        conclusion.part());
            }
        }
        if (news.isEmpty()) {
            throw new RuleViolation("something-corrected", "the correction says what the conclusion says already");
        }
        Instant concludedAt = question.latestConclusion()
                .map(QuestionEvent::happenedAt)
                .orElse(question.raised().happenedAt());
        return Optional.of(new QuestionConclusionCorrected(
                command.questionId(),
                chair,
                news,
                command.reason(),
                command.happenedAt().notBefore(concludedAt)));
    }

    private static void mustBeAnswered(QuestionState question, List<PartConclusion> news) {
        boolean nothing = question.status() == QuestionStatus.WITHDRAWN
                || question.partNumbers().stream().noneMatch(question::isAnswered);
        if (nothing) {
            throw new RuleViolation("question-not-answered", "the chair concludes on parts that were answered");
        }
        for (PartConclusion conclusion : news) {
            if (!question.isAnswered(conclusion.part())) {
                throw new RuleViolation(
                        "question-not-answered.part",
                        "part " + conclusion.part() + " still waits for an answer",
                        conclusion.part());
            }
        }
    }

    private static boolean isConcluded(QuestionState question, PartConclusion conclusion) {
        return question.conclusion(conclusion.part()).isPresent();
    }

    private static boolean stands(QuestionState question, PartConclusion conclusion) {
        return question.conclusion(conclusion.part()).filter(conclusion::equals).isPresent();
    }

    private static void mustNamePartsOnce(QuestionState question, List<PartConclusion> conclusions) {
        Findings findings = new Findings();
        List<Integer> seen = new ArrayList<>();
        for (int i = 0; i < conclusions.size(); i++) {
            int part = conclusions.get(i).part();
            findings.require(
                            question.hasPart(part),
                            "conclusions[" + i + "].part",
                            "unknown-part",
                            "the question has no part " + part,
                            part)
                    .require(
                            !seen.contains(part),
                            "conclusions",
                            "each-part-once",
                            "part " + part + " is concluded more than once",
                            part);
            seen.add(part);
        }
        if (conclusions.isEmpty()) {
            throw new InvalidInput("conclusions", "required.conclusion", "at least one part has to be concluded");
        }
        findings.refuseIfAny();
    }
}
