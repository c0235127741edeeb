package org.dialogue.dialogues.question;

import static org.dialogue.dialogues.question.Sample.HOME_AFFAIRS;
import static org.dialogue.dialogues.question.Sample.ID;
import static org.dialogue.dialogues.question.Sample.LATER;
import static org.dialogue.dialogues.question.Sample.QUY;
import static org.dialogue.dialogues.question.Sample.THEN;
import static org.dialogue.dialogues.question.Sample.answerNoted;
import static org.dialogue.dialogues.question.Sample.answered;
import static org.dialogue.dialogues.question.Sample.answeredHistory;
import static org.dialogue.dialogues.question.Sample.assignedToHomeAffairs;
import static org.dialogue.dialogues.question.Sample.concluded;
import static org.dialogue.dialogues.question.Sample.concluding;
import static org.dialogue.dialogues.question.Sample.conclusion;
import static org.dialogue.dialogues.question.Sample.financeBesideOnPartTwo;
import static org.dialogue.dialogues.question.Sample.raised;
import static org.dialogue.dialogues.question.Sample.reopened;
import static org.dialogue.dialogues.question.Sample.with;
import static org.dialogue.dialogues.question.Sample.withdrawn;
import static org.dialogue.dialogues.testing.Given.CHAIR;
import static org.dialogue.dialogues.testing.Given.SECRETARY;
import static org.dialogue.dialogues.testing.Given.by;
import static org.dialogue.dialogues.testing.Given.invalid;
import static org.dialogue.dialogues.testing.Given.violationOf;

import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.dialogue.dialogues.question.QuestionCommand.ConcludeQuestion;
import org.dialogue.dialogues.question.QuestionCommand.CorrectConclusion;
import org.dialogue.dialogues.testing.FakePeople;
import org.dialogue.events.question.PartConclusion;
import org.dialogue.events.question.QuestionEvent.QuestionConclusionCorrected;
import org.dialogue.events.question.QuestionEvent.QuestionGrouped;
import org.dialogue.events.question.QuestionEvent.QuestionPartsConcluded;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.commands.HappenedAt;
import org.dialogue.kit.rules.NotPermitted;
import org.junit.jupiter.api.Test;

class ConcludingAQuestionTest {

    private final FixtureConfiguration<Question> fixture = Sample.fixture();

    @Test
    void theChairDecidesOnEachPart() {
        fixture.given(answeredHistory())
                .when(concluding(conclusion(2, "noted"), conclusion(1, "noted")), by(CHAIR))
                .expectEvents(concluded());
    }

    @Test
    void concludingTheSameAgainChangesNothing() {
        fixture.given(
                        raised(),
                        assignedToHomeAffairs(),
                        answerNoted("a1", "x1", HOME_AFFAIRS, 1, 2),
                        answered(),
                        concluded())
                .when(concluding(conclusion(2, "noted"), conclusion(1, "noted")), by(CHAIR))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void theChairDoesNotConcludeTwice() {
        fixture.given(
                        raised(),
                        assignedToHomeAffairs(),
                        answerNoted("a1", "x1", HOME_AFFAIRS, 1, 2),
                        answered(),
                        concluded())
                .when(concluding(conclusion(1, "noted"), conclusion(2, "otherwise")), by(CHAIR))
                .expectNoEvents()
                .expectException(violationOf("question-concluded"));
    }

    @Test
    void theChairConcludesAgainAfterAReopening() {
        fixture.given(
                        raised(),
                        assignedToHomeAffairs(),
                        answerNoted("a1", "x1", HOME_AFFAIRS, 1, 2),
                        answered(),
                        concluded(),
                        reopened(1, List.of("a1"), 1),
                        answerNoted("a1", "x2", HOME_AFFAIRS, 1),
                        answered())
                .when(concluding(conclusion(2, "noted"), conclusion(1, "noted")), by(CHAIR))
                .expectEvents(concluded());
    }

    @Test
    void theChairConcludesAsAPersonOnRecord() {
        Sample.fixture(new FakePeople())
                .given(Sample.answeredHistory())
                .when(concluding(conclusion(1, "noted"), conclusion(2, "noted")), by(CHAIR))
                .expectNoEvents()
                .expectException(NotPermitted.class);
        Sample.fixture(new FakePeople())
                .given(Sample.with(Sample.answeredHistory(), concluded()))
                .when(correcting(conclusion(1, "otherwise")), by(CHAIR))
                .expectNoEvents()
                .expectException(NotPermitted.class);
    }

    @Test
    void anUnansweredQuestionIsNotConcluded() {
        fixture.given(
                        raised(),
                        assignedToHomeAffairs(),
                        financeBesideOnPartTwo(),
                        answerNoted("a1", "x1", HOME_AFFAIRS, 1, 2))
                .when(concluding(conclusion(2, "noted"), conclusion(1, "noted")), by(CHAIR))
                .expectNoEvents()
                .expectException(violationOf("question-not-answered"));
    }

    @Test
    void aReopenedQuestionIsNotConcluded() {
        fixture.given(
                        raised(),
                        assignedToHomeAffairs(),
                        answerNoted("a1", "x1", HOME_AFFAIRS, 1, 2),
                        answered(),
                        concluded(),
                        reopened(1, List.of("a1"), 1))
                .when(concluding(conclusion(2, "noted"), conclusion(1, "noted")), by(CHAIR))
                .expectNoEvents()
                .expectException(violationOf("question-not-answered"));
    }

    @Test
    void aWithdrawnQuestionIsNotConcluded() {
        fixture.given(raised(), withdrawn())
                .when(concluding(conclusion(2, "noted"), conclusion(1, "noted")), by(CHAIR))
                .expectNoEvents()
                .expectException(violationOf("question-not-answered"));
    }

    @Test
    void aPartIsConcludedByItself() {
        fixture.given(answeredHistory())
                .when(concluding(conclusion(1, "noted")), by(CHAIR))
                .expectEvents(new QuestionPartsConcluded(ID, QUY, List.of(conclusion(1, "noted")), LATER));
    }

    @Test
    void anAnsweredPartIsConcludedWhileAnotherWaits() {
        fixture.given(
                        raised(),
                        assignedToHomeAffairs(),
                        financeBesideOnPartTwo(),
                        answerNoted("a1", "x1", HOME_AFFAIRS, 1, 2))
                .when(concluding(conclusion(1, "noted")), by(CHAIR))
                .expectEvents(new QuestionPartsConcluded(ID, QUY, List.of(conclusion(1, "noted")), LATER));
    }

    @Test
    void theLastPartConcludesTheQuestionWithAllThatStands() {
        fixture.given(with(
                        answeredHistory(), new QuestionPartsConcluded(ID, QUY, List.of(conclusion(1, "noted")), LATER)))
                .when(concluding(conclusion(2, "noted")), by(CHAIR))
                .expectEvents(concluded());
    }

    @Test
    void concludingAPartAgainChangesNothing() {
        fixture.given(with(
                        answeredHistory(), new QuestionPartsConcluded(ID, QUY, List.of(conclusion(1, "noted")), LATER)))
                .when(concluding(conclusion(1, "noted")), by(CHAIR))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aConcludedPartIsNotConcludedOtherwise() {
        fixture.given(with(
                        answeredHistory(), new QuestionPartsConcluded(ID, QUY, List.of(conclusion(1, "noted")), LATER)))
                .when(concluding(conclusion(1, "otherwise")), by(CHAIR))
                .expectNoEvents()
                .expectException(violationOf("part-concluded"));
    }

    @Test
    void aPartIsConcludedOnceInOneDecision() {
        fixture.given(answeredHistory())
                .when(concluding(conclusion(1, "noted"), conclusion(1, "otherwise")), by(CHAIR))
                .expectNoEvents()
                .expectException(invalid("conclusions", "each-part-once"));
    }

    @Test
    void nothingIsConcludedBeforeItWasAnswered() {
        fixture.given(answeredHistory())
                .when(new ConcludeQuestion(ID, List.of(conclusion(1, "noted")), HappenedAt.given(THEN)), by(CHAIR))
                .expectNoEvents()
                .expectException(invalid("happenedAt", "not-before-predecessor"));
    }

    @Test
    void aConclusionIsPutRight() {
        fixture.given(with(answeredHistory(), concluded()))
                .when(correcting(conclusion(2, "agreed")), by(CHAIR))
                .expectEvents(
                        new QuestionConclusionCorrected(ID, QUY, List.of(conclusion(2, "agreed")), "mistyped", LATER));
    }

    @Test
    void puttingRightTheSameAgainChangesNothing() {
        fixture.given(with(
                        answeredHistory(),
                        concluded(),
                        new QuestionConclusionCorrected(ID, QUY, List.of(conclusion(2, "agreed")), "mistyped", LATER)))
                .when(correcting(conclusion(2, "agreed")), by(CHAIR))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aCorrectionSaysSomethingElse() {
        fixture.given(with(answeredHistory(), concluded()))
                .when(correcting(conclusion(2, "noted")), by(CHAIR))
                .expectNoEvents()
                .expectException(violationOf("something-corrected"));
    }

    @Test
    void whatWasNotConcludedIsNotPutRight() {
        fixture.given(answeredHistory())
                .when(correcting(conclusion(2, "agreed")), by(CHAIR))
                .expectNoEvents()
                .expectException(violationOf("part-not-concluded"));
    }

    @Test
    void theSecretariatDoesNotCorrectTheChair() {
        fixture.given(with(answeredHistory(), concluded()))
                .when(correcting(conclusion(2, "agreed")), by(SECRETARY))
                .expectNoEvents()
                .expectException(NotPermitted.class);
    }

    @Test
    void whatFollowsALeadIsConcludedWithIt() {
        fixture.given(raised(), new QuestionGrouped(ID, new QuestionId("p2"), LATER))
                .when(concluding(conclusion(1, "noted")), by(CHAIR))
                .expectNoEvents()
                .expectException(violationOf("question-grouped"));
    }

    @Test
    void noPartIsConcludedTwice() {
        fixture.given(answeredHistory())
                .when(concluding(conclusion(1, "a"), conclusion(2, "b"), conclusion(2, "c")), by(CHAIR))
                .expectNoEvents()
                .expectException(invalid("conclusions", "each-part-once"));
    }

    @Test
    void noPartIsMadeUp() {
        fixture.given(answeredHistory())
                .when(concluding(conclusion(1, "a"), conclusion(2, "b"), conclusion(3, "c")), by(CHAIR))
                .expectNoEvents()
                .expectException(invalid("conclusions[2].part", "unknown-part"));
    }

    @Test
    void theSecretariatDoesNotConcludeForTheChair() {
        fixture.given(answeredHistory())
                .when(concluding(conclusion(2, "noted"), conclusion(1, "noted")), by(SECRETARY))
                .expectNoEvents()
                .expectException(NotPermitted.class);
    }

    @Test
    void anUnknownQuestionIsNotConcluded() {
        fixture.givenNoPriorActivity()
                .when(concluding(conclusion(2, "noted"), conclusion(1, "noted")), by(CHAIR))
                .expectException(AggregateNotFoundException.class);
    }

    private static CorrectConclusion correcting(PartConclusion... conclusions) {
        return new CorrectConclusion(ID, List.of(conclusions), "mistyped", HappenedAt.filledIn(LATER));
    }
}
