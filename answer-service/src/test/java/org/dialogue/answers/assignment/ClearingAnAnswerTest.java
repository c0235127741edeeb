package org.dialogue.answers.assignment;

import java.util.List;
import org.axonframework.test.aggregate.ResultValidator;
import org.dialogue.answers.Refusals;
import org.dialogue.answers.assignment.AssignmentCommand.ClearAnswer;
import org.dialogue.events.assignment.AssignmentEvent.AnswerCleared;
import org.dialogue.events.assignment.PartAnswer;
import org.dialogue.events.vocabulary.AnswerId;
import org.junit.jupiter.api.Test;

class ClearingAnAnswerTest extends AssignmentScenario {

    private static final AnswerId SECOND = new AnswerId("answer-2");

    @Test
    void theHeadClearsTheWordsForEachPart() {
        when(given(opened(), accepted()), clear(ANSWER, words(1, 2)), HEAD)
                .expectSuccessfulHandlerExecution()
                .expectEvents(new AnswerCleared(ID, QUESTION, ANSWER, BODY, words(1, 2), DIRECTOR, NOW));
    }

    @Test
    void anOfficerCannotClear() {
        notPermitted(when(given(opened(), accepted()), clear(ANSWER, words(1, 2)), OFFICER));
    }

    @Test
    void theHeadOfAnotherBodyCannotClear() {
        notPermitted(when(given(opened(), accepted()), clear(ANSWER, words(1, 2)), STRANGER));
    }

    @Test
    void clearingTheSameWordsAgainChangesNothing() {
        when(given(opened(), accepted(), cleared()), clear(ANSWER, words(1, 2)), HEAD)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void clearingThePublishedWordsAgainChangesNothing() {
        when(given(opened(), accepted(), cleared(), published()), clear(ANSWER, words(1, 2)), HEAD)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aChangedDraftIsClearedUnderANewId() {
        List<PartAnswer> changed = List.of(words(1, "Changed"), words(2, "Changed too"));
        when(given(opened(), accepted(), cleared()), clear(SECOND, changed), HEAD)
                .expectSuccessfulHandlerExecution()
                .expectEvents(new AnswerCleared(ID, QUESTION, SECOND, BODY, changed, DIRECTOR, NOW));
    }

    @Test
    void anIdCannotStandForTwoAnswers() {
        List<PartAnswer> changed = List.of(words(1, "Changed"), words(2, "Changed too"));
        refusedBy("answer-id-unused", when(given(opened(), accepted(), cleared()), clear(ANSWER, changed), HEAD));
    }

    @Test
    void everyPartNeedsAnAnswer() {
        invalid("parts", "part-missing", when(given(opened(), accepted()), clear(ANSWER, words(1)), HEAD));
    }

    @Test
    void aPartOfAnotherAssignmentCannotBeAnswered() {
        invalid(
                "parts[2].part",
                "part-not-here",
                when(given(opened(), accepted()), clear(ANSWER, words(1, 2, 3)), HEAD));
    }

    @Test
    void aPartCannotBeAnsweredTwice() {
        invalid("parts[2].part", "part-twice", when(given(opened(), accepted()), clear(ANSWER, words(1, 2, 2)), HEAD));
    }

    @Test
    void onlyWhatWasAskedAgainNeedsANewAnswer() {
        when(given(opened(), accepted(), cleared(), published(), reopened(1, 2)), clear(SECOND, words(2)), HEAD)
                .expectSuccessfulHandlerExecution()
                .expectEvents(new AnswerCleared(ID, QUESTION, SECOND, BODY, words(2), DIRECTOR, NOW));
    }

    @Test
    void whatWasNotAskedAgainMayBeAnsweredAgainBesides() {
        when(given(opened(), accepted(), cleared(), published(), reopened(1, 2)), clear(SECOND, words(1, 2)), HEAD)
                .expectSuccessfulHandlerExecution()
                .expectEvents(new AnswerCleared(ID, QUESTION, SECOND, BODY, words(1, 2), DIRECTOR, NOW));
    }

    @Test
    void itMustBeAcceptedFirst() {
        refusedBy("accepted-first", when(given(opened()), clear(ANSWER, words(1, 2)), HEAD));
    }

    @Test
    void nothingIsClearedOnceEveryPartIsAnswered() {
        refusedBy(
                "something-due",
                when(given(opened(), accepted(), cleared(), published()), clear(SECOND, words(1, 2)), HEAD));
    }

    @Test
    void nothingIsClearedOnAReturnedAssignment() {
        refusedBy("not-returned", when(given(opened(), returned()), clear(ANSWER, words(1, 2)), HEAD));
    }

    @Test
    void nothingIsClearedOnAClosedAssignment() {
        refusedBy("not-closed", when(given(opened(), accepted(), closed()), clear(ANSWER, words(1, 2)), HEAD));
    }

    private static ClearAnswer clear(AnswerId answer, List<PartAnswer> words) {
        return new ClearAnswer(ID, answer, words, DIRECTOR, NOW);
    }

    private static void invalid(String field, String rule, ResultValidator<Assignment> result) {
        result.expectNoEvents().expectException(Refusals.invalid(field, rule));
    }
}
