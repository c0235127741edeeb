package org.dialogue.dialogues.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.dialogues.question.Sample.DUE;
import static org.dialogue.dialogues.question.Sample.HOME_AFFAIRS;
import static org.dialogue.dialogues.question.Sample.ID;
import static org.dialogue.dialogues.question.Sample.LATER;
import static org.dialogue.dialogues.question.Sample.POLICE;
import static org.dialogue.dialogues.question.Sample.PROGRAMME;
import static org.dialogue.dialogues.question.Sample.THEN;
import static org.dialogue.dialogues.question.Sample.answerNoted;
import static org.dialogue.dialogues.question.Sample.answered;
import static org.dialogue.dialogues.question.Sample.assignedToHomeAffairs;
import static org.dialogue.dialogues.question.Sample.raised;
import static org.dialogue.dialogues.question.Sample.reopened;
import static org.dialogue.dialogues.question.Sample.returned;
import static org.dialogue.dialogues.question.Sample.stateAfter;
import static org.dialogue.dialogues.question.Sample.transferredToPolice;
import static org.dialogue.dialogues.testing.Given.SECRETARY;
import static org.dialogue.dialogues.testing.Given.SYSTEM;
import static org.dialogue.dialogues.testing.Given.by;
import static org.dialogue.dialogues.testing.Given.invalid;
import static org.dialogue.dialogues.testing.Given.violationOf;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.dialogue.dialogues.question.AnswerSlot.PartStanding;
import org.dialogue.dialogues.question.AnswerSlot.Standing;
import org.dialogue.dialogues.question.QuestionCommand.NoteReturn;
import org.dialogue.dialogues.question.QuestionCommand.TransferAssignment;
import org.dialogue.events.question.AnsweringRole;
import org.dialogue.events.question.QuestionEvent.AssignmentReturnNoted;
import org.dialogue.events.question.QuestionEvent.AssignmentTransferred;
import org.dialogue.events.question.ReturnCategory;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.kit.commands.HappenedAt;
import org.junit.jupiter.api.Test;

/** Each part of a share stands somewhere by itself. */
class PartsOfASlotTest {

    private final FixtureConfiguration<Question> fixture = Sample.fixture();

    @Test
    void someOfAShareComesBack() {
        fixture.given(raised(), assignedToHomeAffairs())
                .when(noting(1), by(SYSTEM))
                .expectEvents(noted(1));

        assertThat(standings(stateAfter(raised(), assignedToHomeAffairs(), noted(1)), "a1"))
                .isEqualTo(Map.of(1, Standing.RETURNED, 2, Standing.DUE));
    }

    @Test
    void aReturnCountsForWhatIsStillHere() {
        fixture.given(raised(), assignedToHomeAffairs(), transferred(1))
                .when(noting(1, 2), by(SYSTEM))
                .expectEvents(noted(2));
    }

    @Test
    void aReturnOfWhatHasPassedOnChangesNothing() {
        fixture.given(raised(), assignedToHomeAffairs(), transferredToPolice())
                .when(noting(1, 2), by(SYSTEM))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void theSameReturnAgainChangesNothing() {
        fixture.given(raised(), assignedToHomeAffairs(), noted(1))
                .when(noting(1), by(SYSTEM))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aReopeningLeavesWhatWasHandedBack() {
        QuestionState question = stateAfter(
                raised(),
                assignedToHomeAffairs(),
                answerNoted("a1", "x1", HOME_AFFAIRS, 1, 2),
                answered(),
                reopened(1, List.of("a1"), 1),
                returned("a1"),
                reopened(2, List.of("a1"), 2));

        assertThat(standings(question, "a1")).isEqualTo(Map.of(1, Standing.RETURNED, 2, Standing.DUE));
        assertThat(question.slot(new AssignmentId("a1")).orElseThrow().state()).isEqualTo(AnswerSlot.State.OPEN);
    }

    @Test
    void whatWasAnsweredStaysWhenTheRestPassesOn() {
        fixture.given(raised(), assignedToHomeAffairs(), answerNoted("a1", "x1", HOME_AFFAIRS, 1))
                .when(transferring(POLICE), by(SECRETARY))
                .expectEvents(transferred(2));

        QuestionState question =
                stateAfter(raised(), assignedToHomeAffairs(), answerNoted("a1", "x1", HOME_AFFAIRS, 1), transferred(2));
        assertThat(standings(question, "a1")).isEqualTo(Map.of(1, Standing.ANSWERED, 2, Standing.TRANSFERRED));
        assertThat(standings(question, "a9")).isEqualTo(Map.of(2, Standing.DUE));
    }

    @Test
    void chosenPartsPassOn() {
        fixture.given(raised(), assignedToHomeAffairs())
                .when(transferring(POLICE, 2), by(SECRETARY))
                .expectEvents(transferred(2));
    }

    @Test
    void anAnsweredPartIsNotChosen() {
        fixture.given(raised(), assignedToHomeAffairs(), answerNoted("a1", "x1", HOME_AFFAIRS, 1))
                .when(transferring(POLICE, 1), by(SECRETARY))
                .expectNoEvents()
                .expectException(violationOf("part-answered"));
    }

    @Test
    void aPartPassesOnOnce() {
        fixture.given(raised(), assignedToHomeAffairs(), transferred(2))
                .when(transferring(new BodyId("health"), 2), by(SECRETARY))
                .expectNoEvents()
                .expectException(violationOf("part-transferred"));
    }

    @Test
    void aPartOfAnotherShareIsNotChosen() {
        fixture.given(raised(), assignedToHomeAffairs())
                .when(transferring(POLICE, 3), by(SECRETARY))
                .expectNoEvents()
                .expectException(invalid("parts[0]", "unknown-part"));
    }

    @Test
    void whatWasHandedBackMayGoToTheSameBodyAndWhatIsDueMayNot() {
        fixture.given(raised(), assignedToHomeAffairs(), noted(1))
                .when(transferring(HOME_AFFAIRS, 1), by(SECRETARY))
                .expectSuccessfulHandlerExecution();
        fixture.given(raised(), assignedToHomeAffairs(), noted(1))
                .when(transferring(HOME_AFFAIRS, 2), by(SECRETARY))
                .expectNoEvents()
                .expectException(violationOf("body-assigned-once"));
    }

    @Test
    void transferringAgainWithoutAnIdChangesNothing() {
        fixture.given(raised(), assignedToHomeAffairs(), transferredToPolice())
                .when(
                        new TransferAssignment(
                                ID,
                                new AssignmentId("a1"),
                                new AssignmentId("fresh"),
                                false,
                                POLICE,
                                List.of(),
                                "not theirs to answer",
                                HappenedAt.filledIn(LATER)),
                        by(SECRETARY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void theBodyExists() {
        fixture.given(raised(), assignedToHomeAffairs())
                .when(transferring(new BodyId("unknown")), by(SECRETARY))
                .expectNoEvents()
                .expectException(invalid("body", "unknown-reference"));
    }

    @Test
    void aTransferLiesNotBeforeWhatIsOwed() {
        fixture.given(raised(), assignedToHomeAffairs())
                .when(
                        new TransferAssignment(
                                ID,
                                new AssignmentId("a1"),
                                new AssignmentId("a9"),
                                true,
                                POLICE,
                                List.of(),
                                "not theirs to answer",
                                HappenedAt.given(THEN.minusSeconds(1))),
                        by(SECRETARY))
                .expectNoEvents()
                .expectException(invalid("happenedAt", "not-before-predecessor"));
    }

    @Test
    void anAnswerThatComesAfterTheTransferCountsForWhatStayed() {
        QuestionState question = stateAfter(
                raised(), assignedToHomeAffairs(), transferred(2), answerNoted("a1", "x1", HOME_AFFAIRS, 1, 2));

        assertThat(standings(question, "a1")).isEqualTo(Map.of(1, Standing.ANSWERED, 2, Standing.TRANSFERRED));
        assertThat(question.isAnswered(2)).isFalse();
    }

    private static Map<Integer, Standing> standings(QuestionState question, String assignment) {
        return question.slot(new AssignmentId(assignment)).orElseThrow().standings().stream()
                .collect(Collectors.toMap(PartStanding::part, PartStanding::standing));
    }

    private static NoteReturn noting(Integer... parts) {
        return new NoteReturn(
                ID,
                new AssignmentId("a1"),
                HOME_AFFAIRS,
                ReturnCategory.NOT_RESPONSIBLE,
                "ask police",
                List.of(parts),
                HappenedAt.filledIn(LATER));
    }

    private static AssignmentReturnNoted noted(Integer... parts) {
        return new AssignmentReturnNoted(
                ID,
                new AssignmentId("a1"),
                HOME_AFFAIRS,
                ReturnCategory.NOT_RESPONSIBLE,
                "ask police",
                List.of(parts),
                LATER);
    }

    private static TransferAssignment transferring(BodyId body, Integer... parts) {
        return new TransferAssignment(
                ID,
                new AssignmentId("a1"),
                new AssignmentId("a9"),
                true,
                body,
                List.of(parts),
                "not theirs to answer",
                HappenedAt.filledIn(LATER));
    }

    private static AssignmentTransferred transferred(Integer... parts) {
        return new AssignmentTransferred(
                ID,
                PROGRAMME,
                new AssignmentId("a1"),
                HOME_AFFAIRS,
                new AssignmentId("a9"),
                POLICE,
                AnsweringRole.LEAD,
                List.of(parts),
                DUE,
                THEN,
                "not theirs to answer",
                LATER);
    }
}
