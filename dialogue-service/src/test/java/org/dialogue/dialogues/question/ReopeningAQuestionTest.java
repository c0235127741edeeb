package org.dialogue.dialogues.question;

import static org.dialogue.dialogues.question.Sample.FINANCE;
import static org.dialogue.dialogues.question.Sample.HOME_AFFAIRS;
import static org.dialogue.dialogues.question.Sample.ID;
import static org.dialogue.dialogues.question.Sample.LATER;
import static org.dialogue.dialogues.question.Sample.QUY;
import static org.dialogue.dialogues.question.Sample.answerNoted;
import static org.dialogue.dialogues.question.Sample.answered;
import static org.dialogue.dialogues.question.Sample.answeredHistory;
import static org.dialogue.dialogues.question.Sample.assignedToHomeAffairs;
import static org.dialogue.dialogues.question.Sample.concluded;
import static org.dialogue.dialogues.question.Sample.financeBesideOnPartTwo;
import static org.dialogue.dialogues.question.Sample.raised;
import static org.dialogue.dialogues.question.Sample.reopened;
import static org.dialogue.dialogues.question.Sample.withdrawn;
import static org.dialogue.dialogues.testing.Given.AUDITOR;
import static org.dialogue.dialogues.testing.Given.CHAIR;
import static org.dialogue.dialogues.testing.Given.DELEGATE;
import static org.dialogue.dialogues.testing.Given.FOREIGN_DELEGATE;
import static org.dialogue.dialogues.testing.Given.SECRETARY;
import static org.dialogue.dialogues.testing.Given.by;
import static org.dialogue.dialogues.testing.Given.invalid;
import static org.dialogue.dialogues.testing.Given.violationOf;

import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.dialogue.dialogues.question.QuestionCommand.ReopenQuestion;
import org.dialogue.events.question.Direction;
import org.dialogue.events.question.Visibility;
import org.dialogue.kit.commands.HappenedAt;
import org.dialogue.kit.rules.NotFound;
import org.dialogue.kit.rules.NotPermitted;
import org.junit.jupiter.api.Test;

class ReopeningAQuestionTest {

    private final FixtureConfiguration<Question> fixture = Sample.fixture();

    @Test
    void theAskerObjectsToAnAnswer() {
        fixture.given(answeredHistory())
                .when(
                        new ReopenQuestion(ID, List.of(2), "this was not the question", HappenedAt.filledIn(LATER)),
                        by(DELEGATE))
                .expectEvents(reopened(1, List.of("a1"), 2));
    }

    @Test
    void theSecretariatReopensForTheAsker() {
        fixture.given(answeredHistory())
                .when(
                        new ReopenQuestion(ID, List.of(2), "this was not the question", HappenedAt.filledIn(LATER)),
                        by(SECRETARY))
                .expectEvents(reopened(1, List.of("a1"), 2));
    }

    @Test
    void everyBodyThatAnsweredOwesAgain() {
        fixture.given(
                        raised(),
                        assignedToHomeAffairs(),
                        financeBesideOnPartTwo(),
                        answerNoted("a1", "x1", HOME_AFFAIRS, 1, 2),
                        answerNoted("a2", "x2", FINANCE, 2),
                        answered())
                .when(
                        new ReopenQuestion(ID, List.of(2, 1), "this was not the question", HappenedAt.filledIn(LATER)),
                        by(DELEGATE))
                .expectEvents(reopened(1, List.of("a1", "a2"), 1, 2));
    }

    @Test
    void aBodyThatHasNotAnsweredYetOwesAnyway() {
        fixture.given(
                        raised(),
                        assignedToHomeAffairs(),
                        financeBesideOnPartTwo(),
                        answerNoted("a1", "x1", HOME_AFFAIRS, 1, 2))
                .when(
                        new ReopenQuestion(ID, List.of(2), "this was not the question", HappenedAt.filledIn(LATER)),
                        by(DELEGATE))
                .expectEvents(reopened(1, List.of("a1"), 2));
    }

    @Test
    void theConclusionDoesNotEndTheRightToObject() {
        fixture.given(
                        raised(),
                        assignedToHomeAffairs(),
                        answerNoted("a1", "x1", HOME_AFFAIRS, 1, 2),
                        answered(),
                        concluded())
                .when(
                        new ReopenQuestion(ID, List.of(1), "this was not the question", HappenedAt.filledIn(LATER)),
                        by(DELEGATE))
                .expectEvents(reopened(1, List.of("a1"), 1));
    }

    @Test
    void roundsAreCounted() {
        fixture.given(
                        raised(),
                        assignedToHomeAffairs(),
                        answerNoted("a1", "x1", HOME_AFFAIRS, 1, 2),
                        answered(),
                        reopened(1, List.of("a1"), 2),
                        answerNoted("a1", "x2", HOME_AFFAIRS, 2),
                        answered())
                .when(
                        new ReopenQuestion(ID, List.of(2), "this was not the question", HappenedAt.filledIn(LATER)),
                        by(DELEGATE))
                .expectEvents(reopened(2, List.of("a1"), 2));
    }

    @Test
    void objectingTheSameAgainChangesNothing() {
        fixture.given(
                        raised(),
                        assignedToHomeAffairs(),
                        answerNoted("a1", "x1", HOME_AFFAIRS, 1, 2),
                        answered(),
                        reopened(1, List.of("a1"), 2))
                .when(
                        new ReopenQuestion(ID, List.of(2), "this was not the question", HappenedAt.filledIn(LATER)),
                        by(DELEGATE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void anOpenPartIsNotReopened() {
        fixture.given(
                        raised(),
                        assignedToHomeAffairs(),
                        answerNoted("a1", "x1", HOME_AFFAIRS, 1, 2),
                        answered(),
                        reopened(1, List.of("a1"), 2))
                .when(new ReopenQuestion(ID, List.of(2), "still waiting", HappenedAt.filledIn(LATER)), by(DELEGATE))
                .expectNoEvents()
                .expectException(violationOf("part-not-answered"));
    }

    @Test
    void aPartWithoutAnAnswerIsNotReopened() {
        fixture.given(raised(), assignedToHomeAffairs())
                .when(
                        new ReopenQuestion(ID, List.of(1), "this was not the question", HappenedAt.filledIn(LATER)),
                        by(DELEGATE))
                .expectNoEvents()
                .expectException(violationOf("part-not-answered"));
    }

    @Test
    void aPartMustExist() {
        fixture.given(answeredHistory())
                .when(
                        new ReopenQuestion(ID, List.of(1, 3), "this was not the question", HappenedAt.filledIn(LATER)),
                        by(DELEGATE))
                .expectNoEvents()
                .expectException(invalid("parts[1]", "unknown-part"));
    }

    @Test
    void aWithdrawnQuestionStaysWithdrawn() {
        fixture.given(
                        raised(),
                        assignedToHomeAffairs(),
                        answerNoted("a1", "x1", HOME_AFFAIRS, 1, 2),
                        answered(),
                        withdrawn())
                .when(
                        new ReopenQuestion(ID, List.of(1), "this was not the question", HappenedAt.filledIn(LATER)),
                        by(DELEGATE))
                .expectNoEvents()
                .expectException(violationOf("question-withdrawn"));
    }

    @Test
    void nobodyObjectsInTheAskersPlace() {
        fixture.given(answeredHistory())
                .when(
                        new ReopenQuestion(ID, List.of(1), "this was not the question", HappenedAt.filledIn(LATER)),
                        by(FOREIGN_DELEGATE))
                .expectNoEvents()
                .expectException(NotPermitted.class);
    }

    @Test
    void whoMayNotReadAQuestionHearsThatThereIsNone() {
        fixture.given(
                        raised(Sample.RESTRICTED),
                        assignedToHomeAffairs(),
                        answerNoted("a1", "x1", HOME_AFFAIRS, 1, 2),
                        answered())
                .when(
                        new ReopenQuestion(ID, List.of(1), "this was not the question", HappenedAt.filledIn(LATER)),
                        by(FOREIGN_DELEGATE))
                .expectNoEvents()
                .expectException(NotFound.class);
    }

    @Test
    void nothingIsReopenedInTheArchive() {
        fixture.given(
                        GroupScenario.asked(ID, Sample.ARCHIVED, Sample.NGA, Sample.INTERNAL),
                        assignedToHomeAffairs(),
                        answerNoted("a1", "x1", HOME_AFFAIRS, 1, 2),
                        answered())
                .when(
                        new ReopenQuestion(ID, List.of(1), "this was not the question", HappenedAt.filledIn(LATER)),
                        by(DELEGATE))
                .expectNoEvents()
                .expectException(violationOf("programme-stage"));
    }

    @Test
    void theChairDoesNotObjectInTheAskersPlace() {
        fixture.given(answeredHistory())
                .when(
                        new ReopenQuestion(ID, List.of(1), "this was not the question", HappenedAt.filledIn(LATER)),
                        by(CHAIR))
                .expectNoEvents()
                .expectException(NotPermitted.class);
    }

    @Test
    void theChairObjectsToACommunesAnswer() {
        fixture.given(
                        raised(Direction.TO_COMMUNE, QUY, Visibility.toEverybody()),
                        assignedToHomeAffairs(),
                        answerNoted("a1", "x1", HOME_AFFAIRS, 1, 2),
                        answered())
                .when(
                        new ReopenQuestion(ID, List.of(1), "this was not the question", HappenedAt.filledIn(LATER)),
                        by(CHAIR))
                .expectEvents(reopened(1, List.of("a1"), 1));
    }

    @Test
    void anAuditorReopensNothing() {
        fixture.given(answeredHistory())
                .when(
                        new ReopenQuestion(ID, List.of(1), "this was not the question", HappenedAt.filledIn(LATER)),
                        by(AUDITOR))
                .expectNoEvents()
                .expectException(NotPermitted.class);
    }
}
