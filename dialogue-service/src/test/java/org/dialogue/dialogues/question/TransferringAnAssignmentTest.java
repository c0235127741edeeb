package org.dialogue.dialogues.question;

import static org.dialogue.dialogues.question.Sample.DUE;
import static org.dialogue.dialogues.question.Sample.FINANCE;
import static org.dialogue.dialogues.question.Sample.HOME_AFFAIRS;
import static org.dialogue.dialogues.question.Sample.ID;
import static org.dialogue.dialogues.question.Sample.LATER;
import static org.dialogue.dialogues.question.Sample.POLICE;
import static org.dialogue.dialogues.question.Sample.PROGRAMME;
import static org.dialogue.dialogues.question.Sample.RESTRICTED;
import static org.dialogue.dialogues.question.Sample.THEN;
import static org.dialogue.dialogues.question.Sample.answerNoted;
import static org.dialogue.dialogues.question.Sample.assignedToHomeAffairs;
import static org.dialogue.dialogues.question.Sample.financeBesideOnPartTwo;
import static org.dialogue.dialogues.question.Sample.raised;
import static org.dialogue.dialogues.question.Sample.returned;
import static org.dialogue.dialogues.question.Sample.transferredToPolice;
import static org.dialogue.dialogues.question.Sample.transferring;
import static org.dialogue.dialogues.question.Sample.withdrawn;
import static org.dialogue.dialogues.testing.Given.OFFICER;
import static org.dialogue.dialogues.testing.Given.SECRETARY;
import static org.dialogue.dialogues.testing.Given.by;
import static org.dialogue.dialogues.testing.Given.violationOf;

import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.dialogue.events.question.AnsweringRole;
import org.dialogue.events.question.QuestionEvent.AssignmentTransferred;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.kit.rules.NotFound;
import org.dialogue.kit.rules.NotPermitted;
import org.junit.jupiter.api.Test;

class TransferringAnAssignmentTest {

    private final FixtureConfiguration<Question> fixture = Sample.fixture();

    @Test
    void partsDueDateAndClockGoAlong() {
        fixture.given(raised(), assignedToHomeAffairs())
                .when(transferring("a1", "a9", POLICE), by(SECRETARY))
                .expectEvents(transferredToPolice());
    }

    @Test
    void aReturnedAssignmentPassesOn() {
        fixture.given(raised(), assignedToHomeAffairs(), returned("a1"))
                .when(transferring("a1", "a9", POLICE), by(SECRETARY))
                .expectEvents(transferredToPolice());
    }

    @Test
    void aBodyMayBeToldThatItIsItsShareNevertheless() {
        fixture.given(raised(), assignedToHomeAffairs(), returned("a1"))
                .when(transferring("a1", "a9", HOME_AFFAIRS), by(SECRETARY))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void transferringTheSameAgainChangesNothing() {
        fixture.given(raised(), assignedToHomeAffairs(), transferredToPolice())
                .when(transferring("a1", "a9", POLICE), by(SECRETARY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void anAssignmentPassesOnOnce() {
        fixture.given(raised(), assignedToHomeAffairs(), transferredToPolice())
                .when(transferring("a1", "a8", FINANCE), by(SECRETARY))
                .expectNoEvents()
                .expectException(violationOf("assignment-transferred"));
    }

    @Test
    void theSuccessorPassesOnAgainWithTheFirstClock() {
        fixture.given(raised(), assignedToHomeAffairs(), transferredToPolice())
                .when(transferring("a9", "a10", FINANCE), by(SECRETARY))
                .expectEvents(new AssignmentTransferred(
                        ID,
                        PROGRAMME,
                        new AssignmentId("a9"),
                        POLICE,
                        new AssignmentId("a10"),
                        FINANCE,
                        AnsweringRole.LEAD,
                        List.of(1, 2),
                        DUE,
                        THEN,
                        "not theirs to answer",
                        LATER));
    }

    @Test
    void anAnsweredAssignmentStays() {
        fixture.given(
                        raised(),
                        assignedToHomeAffairs(),
                        financeBesideOnPartTwo(),
                        answerNoted("a1", "x1", HOME_AFFAIRS, 1, 2))
                .when(transferring("a1", "a9", POLICE), by(SECRETARY))
                .expectNoEvents()
                .expectException(violationOf("assignment-answered"));
    }

    @Test
    void anAssignmentDoesNotPassToTheBodyThatHasIt() {
        fixture.given(raised(), assignedToHomeAffairs())
                .when(transferring("a1", "a9", HOME_AFFAIRS), by(SECRETARY))
                .expectNoEvents()
                .expectException(violationOf("body-assigned-once"));
    }

    @Test
    void anAssignmentDoesNotPassToABodyBesideIt() {
        fixture.given(raised(), assignedToHomeAffairs(), financeBesideOnPartTwo())
                .when(transferring("a1", "a9", FINANCE), by(SECRETARY))
                .expectNoEvents()
                .expectException(violationOf("body-assigned-once"));
    }

    @Test
    void aRestrictedQuestionPassesToNoOtherBody() {
        fixture.given(raised(RESTRICTED), assignedToHomeAffairs())
                .when(transferring("a1", "a9", POLICE), by(SECRETARY))
                .expectNoEvents()
                .expectException(violationOf("body-may-not-read"));
    }

    @Test
    void theSuccessorsIdIsNew() {
        fixture.given(raised(), assignedToHomeAffairs(), financeBesideOnPartTwo())
                .when(transferring("a1", "a2", POLICE), by(SECRETARY))
                .expectNoEvents()
                .expectException(violationOf("assignment-id-taken"));
    }

    @Test
    void theSuccessorsIdBelongsToNoOtherQuestion() {
        fixture.given(raised(), assignedToHomeAffairs())
                .when(transferring("a1", Sample.TAKEN.value(), POLICE), by(SECRETARY))
                .expectNoEvents()
                .expectException(violationOf("assignment-id-taken"));
    }

    @Test
    void anUnknownAssignmentPassesNowhere() {
        fixture.given(raised())
                .when(transferring("a1", "a9", POLICE), by(SECRETARY))
                .expectNoEvents()
                .expectException(NotFound.class);
    }

    @Test
    void nothingPassesOnAfterAWithdrawal() {
        fixture.given(raised(), assignedToHomeAffairs(), withdrawn())
                .when(transferring("a1", "a9", POLICE), by(SECRETARY))
                .expectNoEvents()
                .expectException(violationOf("question-withdrawn"));
    }

    @Test
    void anOfficerTransfersNothing() {
        fixture.given(raised(), assignedToHomeAffairs())
                .when(transferring("a1", "a9", POLICE), by(OFFICER))
                .expectNoEvents()
                .expectException(NotPermitted.class);
    }
}
