package org.dialogue.dialogues.question;

import static org.dialogue.dialogues.question.Sample.FINANCE;
import static org.dialogue.dialogues.question.Sample.HOME_AFFAIRS;
import static org.dialogue.dialogues.question.Sample.INTERNAL;
import static org.dialogue.dialogues.question.Sample.LATER;
import static org.dialogue.dialogues.question.Sample.NGA;
import static org.dialogue.dialogues.question.Sample.POLICE;
import static org.dialogue.dialogues.question.Sample.RESTRICTED;
import static org.dialogue.dialogues.question.Sample.THEN;
import static org.dialogue.dialogues.question.Sample.answerNoted;
import static org.dialogue.dialogues.question.Sample.answered;
import static org.dialogue.dialogues.question.Sample.asking;
import static org.dialogue.dialogues.question.Sample.assigned;
import static org.dialogue.dialogues.question.Sample.assignedToHomeAffairs;
import static org.dialogue.dialogues.question.Sample.assigning;
import static org.dialogue.dialogues.question.Sample.concluded;
import static org.dialogue.dialogues.question.Sample.financeBesideOnPartTwo;
import static org.dialogue.dialogues.question.Sample.raised;
import static org.dialogue.dialogues.question.Sample.returned;
import static org.dialogue.dialogues.question.Sample.transferredToPolice;
import static org.dialogue.dialogues.question.Sample.withdrawn;
import static org.dialogue.dialogues.testing.Given.HEAD;
import static org.dialogue.dialogues.testing.Given.SECRETARY;
import static org.dialogue.dialogues.testing.Given.by;
import static org.dialogue.dialogues.testing.Given.invalid;
import static org.dialogue.dialogues.testing.Given.violationOf;

import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.dialogue.dialogues.question.QuestionCommand.NewAssignment;
import org.dialogue.events.question.AnsweringRole;
import org.dialogue.events.question.Direction;
import org.dialogue.events.question.QuestionEvent.QuestionRaised;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.Due;
import org.dialogue.kit.rules.NotPermitted;
import org.junit.jupiter.api.Test;

class AssigningAQuestionTest {

    private final FixtureConfiguration<Question> fixture = Sample.fixture();

    @Test
    void aBodyIsAskedToAnswerEveryPart() {
        fixture.given(raised())
                .when(assigning(asking("a1", HOME_AFFAIRS, AnsweringRole.LEAD)), by(SECRETARY))
                .expectEvents(assigned("a1", HOME_AFFAIRS, AnsweringRole.LEAD, LATER, 1, 2));
    }

    @Test
    void partsGoToDifferentBodiesInOneCommit() {
        fixture.given(raised())
                .when(
                        assigning(
                                asking("a1", HOME_AFFAIRS, AnsweringRole.LEAD, 1),
                                asking("a2", FINANCE, AnsweringRole.LEAD, 2),
                                asking("a3", POLICE, AnsweringRole.COORDINATING, 2, 1)),
                        by(SECRETARY))
                .expectEvents(
                        assigned("a1", HOME_AFFAIRS, AnsweringRole.LEAD, LATER, 1),
                        assigned("a2", FINANCE, AnsweringRole.LEAD, LATER, 2),
                        assigned("a3", POLICE, AnsweringRole.COORDINATING, LATER, 1, 2));
    }

    /** History may hold what would not be accepted today. */
    @Test
    void aQuestionOfTheEndOfTimeIsAssignedToo() {
        QuestionRaised last = raised(Direction.TO_LEADERSHIP, NGA, INTERNAL, Instant.MAX);
        NewAssignment withoutDue = new NewAssignment(
                new AssignmentId("a1"), true, HOME_AFFAIRS, AnsweringRole.LEAD, List.of(), Due.noneSet(), null);

        fixture.given(last)
                .when(assigning(asking("a1", HOME_AFFAIRS, AnsweringRole.LEAD)), by(SECRETARY))
                .expectNoEvents()
                .expectException(invalid("assignments[0].due.date", "not-before-start"));
        fixture.given(last).when(assigning(withoutDue), by(SECRETARY)).expectSuccessfulHandlerExecution();
    }

    @Test
    void aPartMayWaitForItsBody() {
        fixture.given(raised(), assigned("a1", HOME_AFFAIRS, AnsweringRole.LEAD, THEN, 1))
                .when(assigning(asking("a2", FINANCE, AnsweringRole.LEAD, 2)), by(SECRETARY))
                .expectEvents(assigned("a2", FINANCE, AnsweringRole.LEAD, LATER, 2));
    }

    @Test
    void severalBodiesMayAnswerBesideTheLead() {
        fixture.given(raised(), assignedToHomeAffairs(), financeBesideOnPartTwo())
                .when(assigning(asking("a3", POLICE, AnsweringRole.COORDINATING, 2)), by(SECRETARY))
                .expectEvents(assigned("a3", POLICE, AnsweringRole.COORDINATING, LATER, 2));
    }

    @Test
    void assigningTheSameAgainChangesNothing() {
        fixture.given(raised(), assignedToHomeAffairs())
                .when(assigning(asking("a1", HOME_AFFAIRS, AnsweringRole.LEAD)), by(SECRETARY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void onlyWhatIsNewIsAssigned() {
        fixture.given(raised(), assignedToHomeAffairs())
                .when(
                        assigning(
                                asking("a1", HOME_AFFAIRS, AnsweringRole.LEAD, 2, 1),
                                asking("a2", FINANCE, AnsweringRole.COORDINATING, 2)),
                        by(SECRETARY))
                .expectEvents(assigned("a2", FINANCE, AnsweringRole.COORDINATING, LATER, 2));
    }

    @Test
    void repeatingAnAssignmentThatWasPassedOnChangesNothing() {
        fixture.given(raised(), assignedToHomeAffairs(), transferredToPolice())
                .when(assigning(asking("a1", HOME_AFFAIRS, AnsweringRole.LEAD)), by(SECRETARY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void anIdBelongsToOneQuestion() {
        fixture.given(raised())
                .when(assigning(asking(Sample.TAKEN.value(), HOME_AFFAIRS, AnsweringRole.LEAD)), by(SECRETARY))
                .expectNoEvents()
                .expectException(violationOf("assignment-id-taken"));
    }

    @Test
    void twoSharesHaveTwoIds() {
        fixture.given(raised())
                .when(
                        assigning(
                                asking("a1", HOME_AFFAIRS, AnsweringRole.LEAD, 1),
                                asking("a1", FINANCE, AnsweringRole.LEAD, 2)),
                        by(SECRETARY))
                .expectNoEvents()
                .expectException(invalid("assignments[1].assignmentId", "unique"));
    }

    @Test
    void anIdIsNotGivenToTwoAssignments() {
        fixture.given(raised(), assignedToHomeAffairs())
                .when(assigning(asking("a1", FINANCE, AnsweringRole.LEAD)), by(SECRETARY))
                .expectNoEvents()
                .expectException(violationOf("exists-with-other-content"));
    }

    @Test
    void aChangedDueDateIsNoRepeat() {
        fixture.given(raised(), assignedToHomeAffairs())
                .when(
                        assigning(new NewAssignment(
                                new AssignmentId("a1"),
                                true,
                                HOME_AFFAIRS,
                                AnsweringRole.LEAD,
                                List.of(),
                                Due.noneSet(),
                                null)),
                        by(SECRETARY))
                .expectNoEvents()
                .expectException(violationOf("exists-with-other-content"));
    }

    @Test
    void aPartHasNoTwoLeads() {
        fixture.given(raised(), assignedToHomeAffairs())
                .when(assigning(asking("a2", FINANCE, AnsweringRole.LEAD, 2)), by(SECRETARY))
                .expectNoEvents()
                .expectException(violationOf("one-lead-for-each-part"));
    }

    @Test
    void aPartHasNoTwoLeadsInOneCommit() {
        fixture.given(raised())
                .when(
                        assigning(
                                asking("a1", HOME_AFFAIRS, AnsweringRole.LEAD),
                                asking("a2", FINANCE, AnsweringRole.LEAD, 2)),
                        by(SECRETARY))
                .expectNoEvents()
                .expectException(violationOf("one-lead-for-each-part"));
    }

    @Test
    void nobodyAnswersBesideAMissingLead() {
        fixture.given(raised())
                .when(assigning(asking("a2", FINANCE, AnsweringRole.COORDINATING, 2)), by(SECRETARY))
                .expectNoEvents()
                .expectException(violationOf("one-lead-for-each-part"));
    }

    @Test
    void aReturnedPartKeepsItsLeadUntilItIsTransferred() {
        fixture.given(raised(), assignedToHomeAffairs(), returned("a1"))
                .when(assigning(asking("a2", FINANCE, AnsweringRole.LEAD)), by(SECRETARY))
                .expectNoEvents()
                .expectException(violationOf("one-lead-for-each-part"));
    }

    @Test
    void aBodyIsNotAskedTwice() {
        fixture.given(raised(), assignedToHomeAffairs())
                .when(assigning(asking("a2", HOME_AFFAIRS, AnsweringRole.COORDINATING, 1)), by(SECRETARY))
                .expectNoEvents()
                .expectException(violationOf("body-assigned-once"));
    }

    @Test
    void aPartMustExist() {
        fixture.given(raised())
                .when(
                        assigning(
                                asking("a1", HOME_AFFAIRS, AnsweringRole.LEAD, 1),
                                asking("a2", FINANCE, AnsweringRole.LEAD, 3)),
                        by(SECRETARY))
                .expectNoEvents()
                .expectException(invalid("assignments[1].parts", "unknown-part"));
    }

    @Test
    void aRestrictedQuestionGoesToTheBodiesThatMayReadIt() {
        fixture.given(raised(RESTRICTED))
                .when(assigning(asking("a1", HOME_AFFAIRS, AnsweringRole.LEAD)), by(SECRETARY))
                .expectEvents(assigned("a1", HOME_AFFAIRS, AnsweringRole.LEAD, LATER, 1, 2));
    }

    @Test
    void aRestrictedQuestionGoesToNoOtherBody() {
        fixture.given(raised(RESTRICTED))
                .when(assigning(asking("a1", POLICE, AnsweringRole.LEAD)), by(SECRETARY))
                .expectNoEvents()
                .expectException(violationOf("body-may-not-read"));
    }

    @Test
    void aWithdrawnQuestionIsNotAssigned() {
        fixture.given(raised(), withdrawn())
                .when(assigning(asking("a1", HOME_AFFAIRS, AnsweringRole.LEAD)), by(SECRETARY))
                .expectNoEvents()
                .expectException(violationOf("question-withdrawn"));
    }

    @Test
    void aConcludedQuestionIsNotAssigned() {
        fixture.given(
                        raised(),
                        assignedToHomeAffairs(),
                        answerNoted("a1", "x1", HOME_AFFAIRS, 1, 2),
                        answered(),
                        concluded())
                .when(assigning(asking("a2", FINANCE, AnsweringRole.COORDINATING)), by(SECRETARY))
                .expectNoEvents()
                .expectException(violationOf("question-concluded"));
    }

    @Test
    void aHeadDoesNotAssign() {
        fixture.given(raised())
                .when(assigning(asking("a1", HOME_AFFAIRS, AnsweringRole.LEAD)), by(HEAD))
                .expectNoEvents()
                .expectException(NotPermitted.class);
    }

    @Test
    void anUnknownQuestionIsNotAssigned() {
        fixture.givenNoPriorActivity()
                .when(assigning(asking("a1", HOME_AFFAIRS, AnsweringRole.LEAD)), by(SECRETARY))
                .expectException(AggregateNotFoundException.class);
    }
}
