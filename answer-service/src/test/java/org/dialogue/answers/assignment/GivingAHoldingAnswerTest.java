package org.dialogue.answers.assignment;

import java.time.LocalDate;
import org.dialogue.answers.assignment.AssignmentCommand.GiveHoldingAnswer;
import org.dialogue.events.assignment.AssignmentEvent.HoldingAnswerGiven;
import org.junit.jupiter.api.Test;

class GivingAHoldingAnswerTest extends AssignmentScenario {

    private static final LocalDate EXPECTED = LocalDate.parse("2023-09-01");
    private static final GiveHoldingAnswer HOLD = new GiveHoldingAnswer(ID, "We wait for figures", EXPECTED, NOW);
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
        var again = new GiveHoldingAnswer(ID, "We wait for figures", EXPECTED, LATER);
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
    void anotherBodyCannotGiveIt() {
        notPermitted(when(given(opened(), accepted()), HOLD, STRANGER));
    }
}
