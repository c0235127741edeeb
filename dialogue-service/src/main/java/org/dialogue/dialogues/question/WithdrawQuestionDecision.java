package org.dialogue.dialogues.question;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.dialogue.dialogues.programme.Programmes;
import org.dialogue.dialogues.question.QuestionCommand.CorrectWithdrawal;
import org.dialogue.dialogues.question.QuestionCommand.WithdrawQuestion;
import org.dialogue.events.question.QuestionEvent.QuestionWithdrawalCorrected;
import org.dialogue.events.question.QuestionEvent.QuestionWithdrawn;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.kit.rules.RuleViolation;

/** A question can be taken back until the chair has decided on a part of it; a mistaken withdrawal is put right. */
final class WithdrawQuestionDecision {

    private WithdrawQuestionDecision() {}

    /** {@return the withdrawal; empty if the command repeats what was done} */
    static Optional<QuestionWithdrawn> decide(QuestionState question, WithdrawQuestion command) {
        Optional<QuestionWithdrawn> former = question.latest(QuestionWithdrawn.class);
        boolean withdrawn = question.status() == QuestionStatus.WITHDRAWN;
        if (withdrawn
                && former.isPresent()
                && command.happenedAt()
                        .repeats(
                                former.get().reason().equals(command.reason()),
                                former.get().happenedAt())) {
            return Optional.empty();
        }
        if (withdrawn) {
            throw new RuleViolation("question-withdrawn", "the question was taken back");
        }
        if (question.latestConclusion().isPresent()) {
            throw new RuleViolation("question-concluded.stays", "a question that was concluded stays on record");
        }
        return Optional.of(new QuestionWithdrawn(
                command.questionId(),
                command.reason(),
                command.happenedAt().notBefore(question.raised().happenedAt())));
    }

    /** {@return the correction; empty if the command repeats what was done} */
    static Optional<QuestionWithdrawalCorrected> decide(
            QuestionState question, CorrectWithdrawal command, Programmes programmes) {
        if (command.withdrawn() == (command.text() == null)) {
            throw new InvalidInput(
                    "text", "exactly-when-withdrawn", "the text is given exactly when the question stays withdrawn");
        }
        Optional<QuestionWithdrawalCorrected> former = question.latest(QuestionWithdrawalCorrected.class);
        Instant withdrawnAt = question.latest(QuestionWithdrawn.class)
                .map(QuestionWithdrawn::happenedAt)
                .orElse(null);
        boolean sinceThen = former.isPresent() && isLater(question, former.get());
        if (sinceThen
                && command.happenedAt()
                        .repeats(isSame(former.get(), command), former.get().happenedAt())) {
            return Optional.empty();
        }
        if (question.status() != QuestionStatus.WITHDRAWN || withdrawnAt == null) {
            throw new RuleViolation("question-not-withdrawn", "the question is not withdrawn");
        }
        if (command.withdrawn() && question.withdrawalReason().equals(command.text())) {
            throw new RuleViolation("something-corrected", "the correction says what the withdrawal says already");
        }
        if (!command.withdrawn()) {
            programmes.mustNotBeArchived(question.programmeId());
        }
        return Optional.of(new QuestionWithdrawalCorrected(
                command.questionId(),
                command.withdrawn(),
                command.text(),
                command.reason(),
                command.happenedAt().notBefore(withdrawnAt)));
    }

    private static boolean isLater(QuestionState question, QuestionWithdrawalCorrected correction) {
        int last = -1;
        for (int i = 0; i < question.events().size(); i++) {
            last = question.events().get(i) instanceof QuestionWithdrawn ? i : last;
        }
        return question.events().lastIndexOf(correction) > last;
    }

    private static boolean isSame(QuestionWithdrawalCorrected former, CorrectWithdrawal command) {
        return former.withdrawn() == command.withdrawn()
                && Objects.equals(former.text(), command.text())
                && former.reason().equals(command.reason());
    }
}
