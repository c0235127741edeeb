package org.dialogue.dialogues.question;

import static org.dialogue.dialogues.question.Sample.HOME_AFFAIRS;
import static org.dialogue.dialogues.question.Sample.ID;
import static org.dialogue.dialogues.question.Sample.LATER;
import static org.dialogue.dialogues.question.Sample.answerNoted;
import static org.dialogue.dialogues.question.Sample.answered;
import static org.dialogue.dialogues.question.Sample.assignedToHomeAffairs;
import static org.dialogue.dialogues.question.Sample.concluded;
import static org.dialogue.dialogues.question.Sample.raised;
import static org.dialogue.dialogues.question.Sample.reopened;
import static org.dialogue.dialogues.question.Sample.withdrawn;
import static org.dialogue.dialogues.testing.Given.DELEGATE;
import static org.dialogue.dialogues.testing.Given.FOREIGN_DELEGATE;
import static org.dialogue.dialogues.testing.Given.HEAD;
import static org.dialogue.dialogues.testing.Given.SECRETARY;
import static org.dialogue.dialogues.testing.Given.by;
import static org.dialogue.dialogues.testing.Given.violationOf;

import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.dialogue.dialogues.question.QuestionCommand.WithdrawQuestion;
import org.dialogue.kit.rules.NotPermitted;
import org.junit.jupiter.api.Test;

class WithdrawingAQuestionTest {

    private final FixtureConfiguration<Question> fixture = Sample.fixture();

    @Test
    void theAskerTakesTheQuestionBack() {
        fixture.given(raised(), assignedToHomeAffairs())
                .when(new WithdrawQuestion(ID, "settled", LATER), by(DELEGATE))
                .expectEvents(withdrawn());
    }

    @Test
    void theSecretariatWithdrawsForTheAsker() {
        fixture.given(raised(), assignedToHomeAffairs())
                .when(new WithdrawQuestion(ID, "settled", LATER), by(SECRETARY))
                .expectEvents(withdrawn());
    }

    @Test
    void withdrawingAgainChangesNothing() {
        fixture.given(raised(), assignedToHomeAffairs(), withdrawn())
                .when(new WithdrawQuestion(ID, "settled", LATER), by(DELEGATE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aWithdrawalIsNotGivenAnotherReason() {
        fixture.given(raised(), assignedToHomeAffairs(), withdrawn())
                .when(new WithdrawQuestion(ID, "other", LATER), by(DELEGATE))
                .expectNoEvents()
                .expectException(violationOf("question-withdrawn"));
    }

    @Test
    void aConcludedQuestionStaysOnRecord() {
        fixture.given(
                        raised(),
                        assignedToHomeAffairs(),
                        answerNoted("a1", "x1", HOME_AFFAIRS, 1, 2),
                        answered(),
                        concluded())
                .when(new WithdrawQuestion(ID, "settled", LATER), by(DELEGATE))
                .expectNoEvents()
                .expectException(violationOf("question-concluded"));
    }

    @Test
    void aQuestionReopenedAfterItsConclusionStaysOnRecord() {
        fixture.given(
                        raised(),
                        assignedToHomeAffairs(),
                        answerNoted("a1", "x1", HOME_AFFAIRS, 1, 2),
                        answered(),
                        concluded(),
                        reopened(1, List.of("a1"), 1))
                .when(new WithdrawQuestion(ID, "settled", LATER), by(DELEGATE))
                .expectNoEvents()
                .expectException(violationOf("question-concluded"));
    }

    @Test
    void nobodyWithdrawsInTheAskersPlace() {
        fixture.given(raised(), assignedToHomeAffairs())
                .when(new WithdrawQuestion(ID, "settled", LATER), by(FOREIGN_DELEGATE))
                .expectNoEvents()
                .expectException(NotPermitted.class);
    }

    @Test
    void aHeadWithdrawsNothing() {
        fixture.given(raised(), assignedToHomeAffairs())
                .when(new WithdrawQuestion(ID, "settled", LATER), by(HEAD))
                .expectNoEvents()
                .expectException(NotPermitted.class);
    }

    @Test
    void anUnknownQuestionIsNotWithdrawn() {
        fixture.givenNoPriorActivity()
                .when(new WithdrawQuestion(ID, "settled", LATER), by(DELEGATE))
                .expectException(AggregateNotFoundException.class);
    }
}
