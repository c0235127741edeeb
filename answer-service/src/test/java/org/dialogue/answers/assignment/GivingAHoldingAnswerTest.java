package org.dialogue.answers.assignment;

import java.time.LocalDate;
import org.axonframework.test.aggregate.ResultValidator;
import org.dialogue.answers.assignment.AssignmentCommand.GiveHoldingAnswer;
import org.dialogue.events.assignment.AssignmentEvent.HoldingAnswerGiven;
import org.dialogue.kit.commands.HappenedAt;
import org.junit.jupiter.api.Test;

class GivingAHoldingAnswerTest extends AssignmentScenario {

    private static final LocalDate EXPECTED = LocalDate.parse("2023-09-01");
    private static final GiveHoldingAnswer HOLD = new GiveHoldingAnswer(ID, "We wait for figures", EXPECTED, now());
    private static final HoldingAnswerGiven GIVEN =
            new HoldingAnswerGiven(ID, QUESTION, BODY, "We wait for figures", EXPECTED, NOW);

    @Test
    void aBodySaysThatItsAnswerTakesLonger() {
        when(given(opened(), accepted()), HOLD, OFFICER)
                .expectSuccessfulHandlerExecution()
                .expectEvents(GIVEN);
    }

    @Test
    void theSameHoldingAnswerAgainChangesNothing() {
        when(given(opened(), accepted(), GIVEN), HOLD, OFFICER)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void theSameWordsAtAnotherTimeAreAnotherHoldingAnswer() {
        var again = new GiveHoldingAnswer(ID, "We wait for figures", EXPECTED, HappenedAt.given(LATER));
        when(given(opened(), accepted(), GIVEN), again, OFFICER)
                .expectSuccessfulHandlerExecution()
                .expectEvents(new HoldingAnswerGiven(ID, QUESTION, BODY, "We wait for figures", EXPECTED, LATER));
    }

    @Test
    void itMustBeAcceptedFirst() {
        refusedBy("accepted-first", when(given(opened()), HOLD, OFFICER));
    }

    @Test
    void whatWasAnsweredNeedsNoHoldingAnswer() {
        refusedBy("something-due", when(given(opened(), accepted(), cleared(), published()), HOLD, OFFICER));
    }

    @Test
    void whatWasReturnedNeedsNoHoldingAnswer() {
        refusedBy("not-returned", when(given(opened(), accepted(), returned()), HOLD, OFFICER));
    }

    @Test
    void whatWasClosedNeedsNoHoldingAnswer() {
        refusedBy("not-closed", when(given(opened(), accepted(), closed()), HOLD, OFFICER));
    }

    @Test
    void theSameWordsLaterAreARepeatIfNobodySaysWhen() {
        var again = new GiveHoldingAnswer(ID, "We wait for figures", EXPECTED, HappenedAt.filledIn(LATER));
        unchanged(when(given(opened(), accepted(), GIVEN), again, OFFICER));
    }

    @Test
    void onlyTheLastHoldingAnswerIsRepeated() {
        var other = new HoldingAnswerGiven(ID, QUESTION, BODY, "We have them", null, LATER);
        var again = new GiveHoldingAnswer(ID, "We wait for figures", EXPECTED, HappenedAt.filledIn(LATER));
        recorded(
                when(given(opened(), accepted(), GIVEN, other), again, OFFICER),
                new HoldingAnswerGiven(ID, QUESTION, BODY, "We wait for figures", EXPECTED, LATER));
        var same = new GiveHoldingAnswer(ID, "We wait for figures", EXPECTED, HappenedAt.given(NOW));
        unchanged(when(given(opened(), accepted(), GIVEN, other), same, OFFICER));
    }

    @Test
    void theDayMakesSense() {
        invalid("expectedOn", "not-before-answer", expecting("2023-07-13"));
        invalid("expectedOn", "implausible-day", expecting("2206-01-01"));
        invalid("expectedOn", "implausible-day", expecting("+12345-01-01"));
    }

    @Test
    void someOfThePartsWereReturned() {
        recorded(when(given(opened(), accepted(), returned(BEFORE, 1)), HOLD, OFFICER), GIVEN);
    }

    @Test
    void anotherBodyCannotGiveIt() {
        notThere(when(given(opened(), accepted()), HOLD, STRANGER));
    }

    private static ResultValidator<Assignment> expecting(String day) {
        var command = new GiveHoldingAnswer(ID, "We wait for figures", LocalDate.parse(day), now());
        return when(given(opened(), accepted()), command, OFFICER);
    }
}
