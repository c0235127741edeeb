package org.dialogue.answers.assignment;

import java.util.List;
import org.axonframework.test.aggregate.TestExecutor;
import org.dialogue.answers.Refusals;
import org.dialogue.answers.assignment.AssignmentCommand.CorrectAnswer;
import org.dialogue.events.assignment.PartAnswer;
import org.dialogue.events.vocabulary.AnswerId;
import org.dialogue.kit.commands.HappenedAt;
import org.junit.jupiter.api.Test;

class CorrectingAnAnswerTest extends AssignmentScenario {

    private static final List<PartAnswer> RIGHT = List.of(words(2, "127 are left"));

    @Test
    void theHeadCorrectsAPart() {
        when(givenPublished(), correct(ANSWER, RIGHT), HEAD)
                .expectSuccessfulHandlerExecution()
                .expectEvents(corrected(1, RIGHT, NOW));
    }

    @Test
    void correctionsAreNumberedForEachAnswer() {
        List<PartAnswer> better = List.of(words(2, "126 are left"));
        when(
                        given(opened(), accepted(), cleared(), published(), corrected(1, RIGHT, BEFORE)),
                        correct(ANSWER, better),
                        HEAD)
                .expectSuccessfulHandlerExecution()
                .expectEvents(corrected(2, better, NOW));
    }

    @Test
    void theSameCorrectionAgainChangesNothing() {
        when(
                        given(opened(), accepted(), cleared(), published(), corrected(1, RIGHT, BEFORE)),
                        correct(ANSWER, RIGHT),
                        HEAD)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void anEarlierAnswerCanBeCorrectedWhileItsPartIsAskedAgain() {
        when(given(opened(), accepted(), cleared(), published(), reopened(1, 2)), correct(ANSWER, RIGHT), HEAD)
                .expectSuccessfulHandlerExecution()
                .expectEvents(corrected(1, RIGHT, NOW));
    }

    @Test
    void theSameCorrectionAtAnotherTimeChangesNoWords() {
        refusedBy(
                "something-corrected",
                when(
                        given(opened(), accepted(), cleared(), published(), corrected(1, RIGHT, BEFORE)),
                        new CorrectAnswer(ID, ANSWER, RIGHT, "A wrong figure", HappenedAt.given(NOW)),
                        HEAD));
    }

    @Test
    void nothingIsCorrectedBeforeItWasPublished() {
        invalid(
                "happenedAt",
                "not-before-predecessor",
                when(
                        givenPublished(),
                        new CorrectAnswer(
                                ID, ANSWER, RIGHT, "A wrong figure", HappenedAt.given(BEFORE.minusSeconds(1))),
                        HEAD));
    }

    @Test
    void aCorrectionMustChangeTheWords() {
        refusedBy("something-corrected", when(givenPublished(), correct(ANSWER, words(1)), HEAD));
    }

    @Test
    void aClearedAnswerIsNotCorrectedButClearedAgain() {
        refusedBy("published", when(given(opened(), accepted(), cleared()), correct(ANSWER, RIGHT), HEAD));
    }

    @Test
    void anUnknownAnswerCannotBeCorrected() {
        refusedBy("published", when(givenPublished(), correct(new AnswerId("other"), RIGHT), HEAD));
    }

    @Test
    void aPartThatTheAnswerDoesNotSpeakToCannotBeCorrected() {
        when(givenPublished(), correct(ANSWER, words(3)), HEAD)
                .expectNoEvents()
                .expectException(Refusals.invalid("parts[0].part", "part-not-here"));
    }

    @Test
    void aPartCannotBeCorrectedTwiceAtOnce() {
        when(givenPublished(), correct(ANSWER, List.of(words(2, "a"), words(2, "b"))), HEAD)
                .expectNoEvents()
                .expectException(Refusals.invalid("parts[1].part", "part-twice"));
    }

    @Test
    void aClosedAssignmentIsNotCorrected() {
        refusedBy(
                "not-closed",
                when(given(opened(), accepted(), cleared(), published(), closed()), correct(ANSWER, RIGHT), HEAD));
    }

    @Test
    void anOfficerCannotCorrect() {
        notPermitted(when(givenPublished(), correct(ANSWER, RIGHT), OFFICER));
    }

    @Test
    void theHeadOfAnotherBodyCannotCorrect() {
        notThere(when(givenPublished(), correct(ANSWER, RIGHT), STRANGER));
    }

    private static TestExecutor<Assignment> givenPublished() {
        return given(opened(), accepted(), cleared(), published());
    }

    private static CorrectAnswer correct(AnswerId answer, List<PartAnswer> parts) {
        return new CorrectAnswer(ID, answer, parts, "A wrong figure", now());
    }
}
