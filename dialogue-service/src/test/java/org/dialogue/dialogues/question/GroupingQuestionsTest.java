package org.dialogue.dialogues.question;

import static org.dialogue.dialogues.question.Sample.ID;
import static org.dialogue.dialogues.question.Sample.LATER;
import static org.dialogue.dialogues.question.Sample.raised;
import static org.dialogue.dialogues.question.Sample.withdrawn;
import static org.dialogue.dialogues.testing.Given.DELEGATE;
import static org.dialogue.dialogues.testing.Given.SECRETARY;
import static org.dialogue.dialogues.testing.Given.by;
import static org.dialogue.dialogues.testing.Given.violationOf;

import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.dialogue.dialogues.question.QuestionCommand.GroupQuestion;
import org.dialogue.dialogues.question.QuestionCommand.UngroupQuestion;
import org.dialogue.events.question.QuestionEvent.QuestionGrouped;
import org.dialogue.events.question.QuestionEvent.QuestionUngrouped;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.rules.NotPermitted;
import org.junit.jupiter.api.Test;

class GroupingQuestionsTest {

    private final FixtureConfiguration<Question> fixture = Sample.fixture();

    @Test
    void aSimilarQuestionLeads() {
        fixture.given(raised())
                .when(new GroupQuestion(ID, new QuestionId("p2"), LATER), by(SECRETARY))
                .expectEvents(new QuestionGrouped(ID, new QuestionId("p2"), LATER));
    }

    @Test
    void groupingUnderTheSameLeadAgainChangesNothing() {
        fixture.given(raised(), new QuestionGrouped(ID, new QuestionId("p2"), LATER))
                .when(new GroupQuestion(ID, new QuestionId("p2"), LATER), by(SECRETARY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aQuestionIsInOneGroupOnly() {
        fixture.given(raised(), new QuestionGrouped(ID, new QuestionId("p2"), LATER))
                .when(new GroupQuestion(ID, new QuestionId("p3"), LATER), by(SECRETARY))
                .expectNoEvents()
                .expectException(violationOf("question-grouped"));
    }

    @Test
    void aQuestionDoesNotLeadItself() {
        fixture.given(raised())
                .when(new GroupQuestion(ID, new QuestionId("p1"), LATER), by(SECRETARY))
                .expectNoEvents()
                .expectException(violationOf("question-leads-itself"));
    }

    @Test
    void aWithdrawnQuestionIsNotGrouped() {
        fixture.given(raised(), withdrawn())
                .when(new GroupQuestion(ID, new QuestionId("p2"), LATER), by(SECRETARY))
                .expectNoEvents()
                .expectException(violationOf("question-withdrawn"));
    }

    @Test
    void aDelegateDoesNotGroup() {
        fixture.given(raised())
                .when(new GroupQuestion(ID, new QuestionId("p2"), LATER), by(DELEGATE))
                .expectNoEvents()
                .expectException(NotPermitted.class);
    }

    @Test
    void anUnknownQuestionIsNotGrouped() {
        fixture.givenNoPriorActivity()
                .when(new GroupQuestion(ID, new QuestionId("p2"), LATER), by(SECRETARY))
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    void aQuestionStandsByItselfAgain() {
        fixture.given(raised(), new QuestionGrouped(ID, new QuestionId("p2"), LATER))
                .when(new UngroupQuestion(ID, LATER), by(SECRETARY))
                .expectEvents(new QuestionUngrouped(ID, new QuestionId("p2"), LATER));
    }

    @Test
    void ungroupingAgainChangesNothing() {
        fixture.given(
                        raised(),
                        new QuestionGrouped(ID, new QuestionId("p2"), LATER),
                        new QuestionUngrouped(ID, new QuestionId("p2"), LATER))
                .when(new UngroupQuestion(ID, LATER), by(SECRETARY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void afterUngroupingAnotherQuestionMayLead() {
        fixture.given(
                        raised(),
                        new QuestionGrouped(ID, new QuestionId("p2"), LATER),
                        new QuestionUngrouped(ID, new QuestionId("p2"), LATER))
                .when(new GroupQuestion(ID, new QuestionId("p3"), LATER), by(SECRETARY))
                .expectEvents(new QuestionGrouped(ID, new QuestionId("p3"), LATER));
    }

    @Test
    void aDelegateDoesNotUngroup() {
        fixture.given(raised(), new QuestionGrouped(ID, new QuestionId("p2"), LATER))
                .when(new UngroupQuestion(ID, LATER), by(DELEGATE))
                .expectNoEvents()
                .expectException(NotPermitted.class);
    }
}
