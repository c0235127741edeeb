package org.dialogue.dialogues.question;

import static org.dialogue.dialogues.question.Sample.FINANCE;
import static org.dialogue.dialogues.question.Sample.HOME_AFFAIRS;
import static org.dialogue.dialogues.question.Sample.POLICE;
import static org.dialogue.dialogues.question.Sample.THEN;
import static org.dialogue.dialogues.question.Sample.answerNoted;
import static org.dialogue.dialogues.question.Sample.answered;
import static org.dialogue.dialogues.question.Sample.answering;
import static org.dialogue.dialogues.question.Sample.assigned;
import static org.dialogue.dialogues.question.Sample.assignedToHomeAffairs;
import static org.dialogue.dialogues.question.Sample.financeBesideOnPartTwo;
import static org.dialogue.dialogues.question.Sample.raised;
import static org.dialogue.dialogues.question.Sample.reopened;
import static org.dialogue.dialogues.question.Sample.returned;
import static org.dialogue.dialogues.question.Sample.transferredToPolice;
import static org.dialogue.dialogues.question.Sample.withdrawn;
import static org.dialogue.dialogues.testing.Given.SECRETARY;
import static org.dialogue.dialogues.testing.Given.SYSTEM;
import static org.dialogue.dialogues.testing.Given.by;

import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.dialogue.events.question.AnsweringRole;
import org.dialogue.kit.rules.NotFound;
import org.dialogue.kit.rules.NotPermitted;
import org.junit.jupiter.api.Test;

class NotingAnswersTest {

    private final FixtureConfiguration<Question> fixture = Sample.fixture();

    @Test
    void theLastAnswerMakesTheQuestionAnswered() {
        fixture.given(raised(), assignedToHomeAffairs())
                .when(answering("a1", "x1", HOME_AFFAIRS, 1, 2), by(SYSTEM))
                .expectEvents(answerNoted("a1", "x1", HOME_AFFAIRS, 1, 2), answered());
    }

    @Test
    void anAnswerIsNotTheLastWhileAnotherBodyOwesOne() {
        fixture.given(raised(), assignedToHomeAffairs(), financeBesideOnPartTwo())
                .when(answering("a1", "x1", HOME_AFFAIRS, 1, 2), by(SYSTEM))
                .expectEvents(answerNoted("a1", "x1", HOME_AFFAIRS, 1, 2));
    }

    @Test
    void theQuestionIsAnsweredWhenEveryBodyHasAnswered() {
        fixture.given(
                        raised(),
                        assignedToHomeAffairs(),
                        financeBesideOnPartTwo(),
                        answerNoted("a1", "x1", HOME_AFFAIRS, 1, 2))
                .when(answering("a2", "x2", FINANCE, 2), by(SYSTEM))
                .expectEvents(answerNoted("a2", "x2", FINANCE, 2), answered());
    }

    @Test
    void aPartNobodyWasAskedKeepsTheQuestionOpen() {
        fixture.given(raised(), assigned("a1", HOME_AFFAIRS, AnsweringRole.LEAD, THEN, 1))
                .when(answering("a1", "x1", HOME_AFFAIRS, 1), by(SYSTEM))
                .expectEvents(answerNoted("a1", "x1", HOME_AFFAIRS, 1));
    }

    @Test
    void anAnswerToSomePartsKeepsTheOthersOpen() {
        fixture.given(raised(), assignedToHomeAffairs())
                .when(answering("a1", "x1", HOME_AFFAIRS, 1), by(SYSTEM))
                .expectEvents(answerNoted("a1", "x1", HOME_AFFAIRS, 1));
    }

    @Test
    void notingTheSameAnswerAgainChangesNothing() {
        fixture.given(raised(), assignedToHomeAffairs(), answerNoted("a1", "x1", HOME_AFFAIRS, 1, 2), answered())
                .when(answering("a1", "x1", HOME_AFFAIRS, 1, 2), by(SYSTEM))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void anOldAnswerTurningUpAfterTheReopeningChangesNothing() {
        fixture.given(
                        raised(),
                        assignedToHomeAffairs(),
                        answerNoted("a1", "x1", HOME_AFFAIRS, 1, 2),
                        answered(),
                        reopened(1, List.of("a1"), 2))
                .when(answering("a1", "x1", HOME_AFFAIRS, 1, 2), by(SYSTEM))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aNewAnswerAfterTheReopeningMakesItAnsweredAgain() {
        fixture.given(
                        raised(),
                        assignedToHomeAffairs(),
                        answerNoted("a1", "x1", HOME_AFFAIRS, 1, 2),
                        answered(),
                        reopened(1, List.of("a1"), 2))
                .when(answering("a1", "x2", HOME_AFFAIRS, 2), by(SYSTEM))
                .expectEvents(answerNoted("a1", "x2", HOME_AFFAIRS, 2), answered());
    }

    @Test
    void anAnswerThatCrossedWithATransferCompletesNothing() {
        fixture.given(raised(), assignedToHomeAffairs(), transferredToPolice())
                .when(answering("a1", "x1", HOME_AFFAIRS, 1, 2), by(SYSTEM))
                .expectEvents(answerNoted("a1", "x1", HOME_AFFAIRS, 1, 2));
    }

    @Test
    void theSuccessorsAnswerCompletesTheQuestion() {
        fixture.given(raised(), assignedToHomeAffairs(), transferredToPolice())
                .when(answering("a9", "x1", POLICE, 1, 2), by(SYSTEM))
                .expectEvents(answerNoted("a9", "x1", POLICE, 1, 2), answered());
    }

    @Test
    void anAnswerThatCrossedWithTheWithdrawalCompletesNothing() {
        fixture.given(raised(), assignedToHomeAffairs(), withdrawn())
                .when(answering("a1", "x1", HOME_AFFAIRS, 1, 2), by(SYSTEM))
                .expectEvents(answerNoted("a1", "x1", HOME_AFFAIRS, 1, 2));
    }

    @Test
    void anAnswerAfterAReturnCounts() {
        fixture.given(raised(), assignedToHomeAffairs(), returned("a1"))
                .when(answering("a1", "x1", HOME_AFFAIRS, 1, 2), by(SYSTEM))
                .expectEvents(answerNoted("a1", "x1", HOME_AFFAIRS, 1, 2), answered());
    }

    @Test
    void anAnswerToNoAssignmentOfTheQuestionIsRefused() {
        fixture.given(raised())
                .when(answering("a1", "x1", HOME_AFFAIRS, 1, 2), by(SYSTEM))
                .expectNoEvents()
                .expectException(NotFound.class);
    }

    @Test
    void nobodyNotesAnswersByHand() {
        fixture.given(raised(), assignedToHomeAffairs())
                .when(answering("a1", "x1", HOME_AFFAIRS, 1, 2), by(SECRETARY))
                .expectNoEvents()
                .expectException(NotPermitted.class);
    }
}
