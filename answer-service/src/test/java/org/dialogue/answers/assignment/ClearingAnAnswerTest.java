package org.dialogue.answers.assignment;

import java.util.List;
import org.dialogue.answers.assignment.AssignmentCommand.ClearAnswer;
import org.dialogue.events.assignment.AssignmentEvent.AnswerCleared;
import org.dialogue.events.assignment.PartAnswer;
import org.dialogue.events.vocabulary.AnswerId;
import org.dialogue.kit.commands.HappenedAt;
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
        notThere(when(given(opened(), accepted()), clear(ANSWER, words(1, 2)), STRANGER));
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
    void theSameWordsKeepTheirIdIfNobodyChoseAnother() {
        unchanged(when(given(opened(), accepted(), cleared()), clearUnderAnyId(words(1, 2)), HEAD));
        unchanged(when(given(opened(), accepted(), cleared(), published()), clearUnderAnyId(words(1, 2)), HEAD));
    }

    @Test
    void theSameWordsAreANewClearanceOnceTheyWereAskedAboutAgain() {
        recorded(
                when(
                        given(opened(), accepted(), cleared(), published(), reopened(1, 1, 2)),
                        clearUnderAnyId(words(1, 2)),
                        HEAD),
                cleared(new AnswerId("made-up"), words(1, 2), NOW));
    }

    @Test
    void theSameWordsAtAnotherTimeAreAnotherClearance() {
        var command = new ClearAnswer(ID, SECOND, true, words(1, 2), HappenedAt.given(NOW));
        recorded(when(given(opened(), accepted(), cleared()), command, HEAD), cleared(SECOND, words(1, 2), NOW));
    }

    @Test
    void whatWasReturnedIsNotAnswered() {
        recorded(
                when(given(opened(), accepted(), returned(BEFORE, 1)), clear(ANSWER, words(2)), HEAD),
                cleared(ANSWER, words(2), NOW));
        invalid(
                "parts[0].part",
                "part-not-here",
                when(given(opened(), accepted(), returned(BEFORE, 1)), clear(ANSWER, words(1, 2)), HEAD));
    }

    @Test
    void whatPassedToAnotherBodyIsNotAnswered() {
        invalid(
                "parts[0].part",
                "part-not-here",
                when(given(opened(), accepted(), transferred(1)), clear(ANSWER, words(1, 2)), HEAD));
    }

    @Test
    void nothingIsClearedBeforeItWasAsked() {
        var early = new ClearAnswer(ID, ANSWER, true, words(1, 2), HappenedAt.given(BEFORE.minusSeconds(1)));
        invalid("happenedAt", "not-before-predecessor", when(given(opened(), accepted()), early, HEAD));
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
        return new ClearAnswer(ID, answer, true, words, now());
    }

    private static ClearAnswer clearUnderAnyId(List<PartAnswer> words) {
        return new ClearAnswer(ID, new AnswerId("made-up"), false, words, now());
    }
}
