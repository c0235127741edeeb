package org.dialogue.dialogues.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dialogue.dialogues.question.QuestionCommand.CorrectQuestion;
import org.dialogue.dialogues.question.QuestionCommand.PartCorrection;
import org.dialogue.events.question.QuestionEvent.QuestionCorrected;
import org.dialogue.events.question.QuestionPart;
import org.dialogue.kit.rules.Findings;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.kit.rules.RuleViolation;

/** What was mistyped is put right at any time; a correction says something else than what stands. */
final class CorrectQuestionDecision {

    private CorrectQuestionDecision() {}

    /** {@return the correction; empty if the command repeats what was done} */
    static Optional<QuestionCorrected> decide(QuestionState question, CorrectQuestion command) {
        mustSaySomething(command);
        mustNamePartsOnce(question, command.parts());
        QuestionState.Wording wording = question.wording();
        String text = command.text() == null || command.text().equals(wording.text()) ? null : command.text();
        List<String> topics =
                command.topics() == null || command.topics().equals(wording.topics()) ? null : command.topics();
        List<QuestionPart> parts = wording.parts().stream()
                .filter(part -> !part.equals(corrected(part, command.parts())))
                .map(part -> corrected(part, command.parts()))
                .toList();
        boolean nothing = text == null && topics == null && parts.isEmpty();
        Optional<QuestionCorrected> former = question.latest(QuestionCorrected.class);
        if (former.isPresent()
                && command.happenedAt()
                        .repeats(
                                nothing && former.get().reason().equals(command.reason()),
                                former.get().happenedAt())) {
            return Optional.empty();
        }
        if (nothing) {
            throw new RuleViolation("something-corrected", "the correction says what the question says already");
        }
        return Optional.of(new QuestionCorrected(
                command.questionId(),
                text,
                parts,
                topics,
                command.reason(),
                command.happenedAt().notBefore(question.raised().happenedAt())));
    }

    private static QuestionPart corrected(QuestionPart part, List<PartCorrection> corrections) {
        return corrections.stream()
                .filter(correction -> correction.number() == part.number())
                .findFirst()
                .map(correction -> new QuestionPart(
                        part.number(),
                        correction.text() == null ? part.text() : correction.text(),
                        correction.topics() == null ? part.topics() : correction.topics()))
                .orElse(part);
    }

    private static void mustSaySomething(CorrectQuestion command) {
        if (command.text() == null
                && command.topics() == null
                && command.parts().isEmpty()) {
            throw new InvalidInput("text", "required.correction", "a correction gives the text, parts or topics anew");
        }
    }

    private static void mustNamePartsOnce(QuestionState question, List<PartCorrection> parts) {
        Findings findings = new Findings();
        List<Integer> seen = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            int number = parts.get(i).number();
            findings.require(
                            question.hasPart(number),
                            "parts[" + i + "].number",
                            "unknown-part",
                            "the question has no part " + number,
                            number)
                    .require(
                            !seen.contains(number),
                            "parts[" + i + "].number",
                            "unique.part",
                            "part " + number + " is corrected twice",
                            number);
            seen.add(number);
        }
        findings.refuseIfAny();
    }
}
