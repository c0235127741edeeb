package org.dialogue.dialogues.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.dialogues.question.Sample.HOME_AFFAIRS;
import static org.dialogue.dialogues.question.Sample.ID;
import static org.dialogue.dialogues.question.Sample.answerNoted;
import static org.dialogue.dialogues.question.Sample.answered;
import static org.dialogue.dialogues.question.Sample.answering;
import static org.dialogue.dialogues.question.Sample.assignedToHomeAffairs;
import static org.dialogue.dialogues.question.Sample.concluded;
import static org.dialogue.dialogues.question.Sample.conclusion;
import static org.dialogue.dialogues.question.Sample.raised;
import static org.dialogue.dialogues.question.Sample.reopened;
import static org.dialogue.dialogues.question.Sample.withdrawn;
import static org.dialogue.dialogues.testing.Given.DELEGATE;
import static org.dialogue.dialogues.testing.Given.FOREIGN_DELEGATE;
import static org.dialogue.dialogues.testing.Given.HEAD;
import static org.dialogue.dialogues.testing.Given.SECRETARY;
import static org.dialogue.dialogues.testing.Given.SYSTEM;

import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.dialogue.dialogues.question.QuestionCommand.CorrectWithdrawal;
import org.dialogue.dialogues.question.QuestionCommand.WithdrawQuestion;
import org.dialogue.events.question.QuestionEvent.QuestionPartsConcluded;
import org.dialogue.events.question.QuestionEvent.QuestionWithdrawalCorrected;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.commands.HappenedAt;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.kit.rules.NotFound;
import org.dialogue.kit.rules.NotPermitted;
import org.dialogue.kit.rules.RuleViolation;
import org.junit.jupiter.api.Test;

class WithdrawingAQuestionTest extends GroupScenario {

    private static final QuestionWithdrawalCorrected RESTORED =
            new QuestionWithdrawalCorrected(ID, false, null, "the wrong question", LATER);

    @Test
    void theAskerTakesTheQuestionBack() throws Exception {
        given(raised(), assignedToHomeAffairs());

        expect(withdrawing("settled"), DELEGATE, withdrawn());
    }

    @Test
    void theSecretariatWithdrawsForTheAsker() throws Exception {
        given(raised(), assignedToHomeAffairs());

        expect(withdrawing("settled"), SECRETARY, withdrawn());
    }

    @Test
    void withdrawingAgainChangesNothing() throws Exception {
        given(raised(), assignedToHomeAffairs(), withdrawn());

        expect(withdrawing("settled"), DELEGATE);
    }

    @Test
    void withdrawingAgainAtAnotherMomentIsRefused() {
        given(raised(), assignedToHomeAffairs(), withdrawn());

        expectRule(
                new WithdrawQuestion(ID, "settled", HappenedAt.given(LATER.plusSeconds(1))),
                DELEGATE,
                "question-withdrawn");
    }

    @Test
    void aWithdrawalIsNotGivenAnotherReason() {
        given(raised(), assignedToHomeAffairs(), withdrawn());

        expectRule(withdrawing("other"), DELEGATE, "question-withdrawn");
    }

    @Test
    void aConcludedQuestionStaysOnRecord() {
        given(raised(), assignedToHomeAffairs(), answerNoted("a1", "x1", HOME_AFFAIRS, 1, 2), answered(), concluded());

        expectRule(withdrawing("settled"), DELEGATE, "question-concluded");
    }

    @Test
    void aQuestionConcludedInPartStaysOnRecord() {
        given(
                raised(),
                assignedToHomeAffairs(),
                answerNoted("a1", "x1", HOME_AFFAIRS, 1),
                new QuestionPartsConcluded(ID, Sample.QUY, List.of(conclusion(1, "noted")), LATER));

        expectRule(withdrawing("settled"), DELEGATE, "question-concluded");
    }

    @Test
    void aQuestionReopenedAfterItsConclusionStaysOnRecord() {
        given(
                raised(),
                assignedToHomeAffairs(),
                answerNoted("a1", "x1", HOME_AFFAIRS, 1, 2),
                answered(),
                concluded(),
                reopened(1, List.of("a1"), 1));

        expectRule(withdrawing("settled"), DELEGATE, "question-concluded");
    }

    @Test
    void nobodyWithdrawsInTheAskersPlace() {
        given(raised(), assignedToHomeAffairs());

        expectRefusal(withdrawing("settled"), FOREIGN_DELEGATE).isInstanceOf(NotPermitted.class);
    }

    @Test
    void aHeadWithdrawsNothing() {
        given(raised(), assignedToHomeAffairs());

        expectRefusal(withdrawing("settled"), HEAD).isInstanceOf(NotPermitted.class);
    }

    @Test
    void anUnknownQuestionIsNotWithdrawn() {
        expectRefusal(withdrawing("settled"), DELEGATE).isInstanceOf(AggregateNotFoundException.class);
    }

    @Test
    void nothingIsTakenBackBeforeItWasAsked() {
        given(raised());

        expectRefusal(new WithdrawQuestion(ID, "settled", HappenedAt.given(THEN.minusSeconds(1))), DELEGATE)
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void aMistakenWithdrawalIsUndone() throws Exception {
        given(raised(), assignedToHomeAffairs(), withdrawn());

        expect(restoring(), SECRETARY, RESTORED);
        assertThat(state(ID).status()).isEqualTo(QuestionStatus.ASSIGNED);
    }

    @Test
    void whatWasAnsweredMeanwhileIsAnsweredThen() throws Exception {
        given(raised(), assignedToHomeAffairs(), withdrawn(), answerNoted("a1", "x1", HOME_AFFAIRS, 1, 2));

        expect(restoring(), SECRETARY, RESTORED, answered());
    }

    @Test
    void anAnswerAfterTheRestorationCompletes() throws Exception {
        given(raised(), assignedToHomeAffairs(), withdrawn(), RESTORED);

        expect(
                answering("a1", "x1", HOME_AFFAIRS, 1, 2),
                SYSTEM,
                answerNoted("a1", "x1", HOME_AFFAIRS, 1, 2),
                answered());
    }

    @Test
    void undoingAgainChangesNothing() throws Exception {
        given(raised(), assignedToHomeAffairs(), withdrawn(), RESTORED);

        expect(restoring(), SECRETARY);
    }

    @Test
    void aRestoredQuestionMayBeTakenBackAgain() throws Exception {
        given(raised(), assignedToHomeAffairs(), withdrawn(), RESTORED);

        expect(withdrawing("settled"), DELEGATE, withdrawn());
    }

    @Test
    void itsWordsArePutRight() throws Exception {
        given(raised(), withdrawn());

        expect(
                wording("settled by letter"),
                SECRETARY,
                new QuestionWithdrawalCorrected(ID, true, "settled by letter", "mistyped", LATER));
        assertThat(state(ID).withdrawalReason()).isEqualTo("settled by letter");
        assertThat(state(ID).status()).isEqualTo(QuestionStatus.WITHDRAWN);
    }

    @Test
    void puttingRightTheSameWordsAgainChangesNothing() throws Exception {
        given(raised(), withdrawn(), new QuestionWithdrawalCorrected(ID, true, "by letter", "mistyped", LATER));

        expect(wording("by letter"), SECRETARY);
    }

    @Test
    void aCorrectionSaysSomethingElse() {
        given(raised(), withdrawn());

        expectRule(wording("settled"), SECRETARY, "something-corrected");
    }

    @Test
    void whatWasNotTakenBackIsNotPutRight() {
        given(raised());

        expectRule(restoring(), SECRETARY, "question-not-withdrawn");
    }

    @Test
    void whoMayNotReadAQuestionHearsThatThereIsNone() {
        given(raised(Sample.RESTRICTED));

        expectRefusal(withdrawing("settled"), FOREIGN_DELEGATE).isInstanceOf(NotFound.class);
    }

    @Test
    void theAskerUndoesNothing() {
        given(raised(), withdrawn());

        expectRefusal(restoring(), DELEGATE).isInstanceOf(NotPermitted.class);
    }

    @Test
    void inTheArchiveNothingStandsAgain() {
        given(asked(ID, Sample.ARCHIVED, Sample.NGA, Sample.INTERNAL), withdrawn());

        expectRule(restoring(), SECRETARY, "programme-stage");
    }

    private void expectRule(Object command, Actor by, String rule) {
        expectRefusal(command, by)
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }

    private static WithdrawQuestion withdrawing(String reason) {
        return new WithdrawQuestion(ID, reason, HappenedAt.filledIn(LATER));
    }

    private static CorrectWithdrawal restoring() {
        return new CorrectWithdrawal(ID, false, null, "the wrong question", HappenedAt.filledIn(LATER));
    }

    private static CorrectWithdrawal wording(String text) {
        return new CorrectWithdrawal(ID, true, text, "mistyped", HappenedAt.filledIn(LATER));
    }
}
