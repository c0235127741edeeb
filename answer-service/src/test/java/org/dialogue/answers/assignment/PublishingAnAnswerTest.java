package org.dialogue.answers.assignment;

import org.dialogue.answers.assignment.AssignmentCommand.PublishAnswer;
import org.dialogue.events.assignment.AssignmentEvent.AnswerPublished;
import org.dialogue.events.question.AnsweringRole;
import org.dialogue.events.vocabulary.AnswerId;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.SourceNote;
import org.dialogue.kit.commands.HappenedAt;
import org.junit.jupiter.api.Test;

class PublishingAnAnswerTest extends AssignmentScenario {

    private static final AnswerId SECOND = new AnswerId("answer-2");
    private static final SourceNote SOURCE = new SourceNote("000", null);

    @Test
    void exactlyTheClearedWordsArePublished() {
        when(given(opened(), accepted(), cleared()), publish(ANSWER, null), OFFICER)
                .expectSuccessfulHandlerExecution()
                .expectEvents(published(ANSWER, words(1, 2), NOW));
    }

    @Test
    void theSourceOfAnAnswerGivenElsewhereIsKept() {
        when(given(opened(), accepted(), cleared()), publish(ANSWER, SOURCE), HEAD)
                .expectSuccessfulHandlerExecution()
                .expectEvents(new AnswerPublished(
                        ID, QUESTION, PROGRAMME, ANSWER, BODY, AnsweringRole.LEAD, words(1, 2), DIRECTOR, SOURCE, NOW));
    }

    @Test
    void publishingAgainChangesNothing() {
        when(given(opened(), accepted(), cleared(), published()), publish(ANSWER, null), OFFICER)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void publishingAgainAfterTheAssignmentWasClosedChangesNothing() {
        when(given(opened(), accepted(), cleared(), published(), closed()), publish(ANSWER, null), OFFICER)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aPublishedAnswerCannotPassToAnotherPerson() {
        refusedBy(
                "published-once",
                when(
                        given(opened(), accepted(), cleared(), published()),
                        new PublishAnswer(ID, ANSWER, DEPUTY.id(), null, now()),
                        OFFICER));
    }

    @Test
    void aPublishedAnswerCannotBeGivenAnotherSource() {
        refusedBy(
                "published-once",
                when(given(opened(), accepted(), cleared(), published()), publish(ANSWER, SOURCE), OFFICER));
    }

    @Test
    void nothingIsPublishedThatTheHeadHasNotCleared() {
        refusedBy("cleared", when(given(opened(), accepted()), publish(ANSWER, null), OFFICER));
    }

    @Test
    void anUnknownAnswerCannotBePublished() {
        refusedBy("cleared", when(given(opened(), accepted(), cleared()), publish(SECOND, null), OFFICER));
    }

    @Test
    void aLaterClearanceReplacesTheEarlier() {
        refusedBy(
                "cleared",
                when(
                        given(opened(), accepted(), cleared(), cleared(SECOND, words(1, 2))),
                        publish(ANSWER, null),
                        OFFICER));
    }

    @Test
    void whatWasAskedAgainIsAnsweredByASecondAnswer() {
        when(
                        given(opened(), accepted(), cleared(), published(), reopened(1, 2), cleared(SECOND, words(2))),
                        publish(SECOND, null),
                        OFFICER)
                .expectSuccessfulHandlerExecution()
                .expectEvents(published(SECOND, words(2), NOW));
    }

    @Test
    void aClearanceOlderThanTheLastReopeningNoLongerSuffices() {
        refusedBy(
                "clearance-covers-due-parts",
                when(
                        given(
                                opened(),
                                accepted(),
                                cleared(),
                                published(),
                                reopened(1, 2),
                                cleared(SECOND, words(2)),
                                reopened(2, 1)),
                        publish(SECOND, null),
                        OFFICER));
    }

    @Test
    void somebodyElseMayAnswerForTheBody() {
        recorded(
                when(
                        given(opened(), accepted(), cleared()),
                        new PublishAnswer(ID, ANSWER, DEPUTY.id(), null, now()),
                        OFFICER),
                new AnswerPublished(
                        ID, QUESTION, PROGRAMME, ANSWER, BODY, AnsweringRole.LEAD, words(1, 2), DEPUTY, null, NOW));
        invalid(
                "answeredBy",
                "unknown-reference",
                when(
                        given(opened(), accepted(), cleared()),
                        new PublishAnswer(ID, ANSWER, new PersonId("nobody"), null, now()),
                        OFFICER));
    }

    @Test
    void aPublishedAnswerWasNotPublishedAtAnotherTime() {
        refusedBy(
                "published-once",
                when(
                        given(opened(), accepted(), cleared(), published()),
                        new PublishAnswer(ID, ANSWER, null, null, HappenedAt.given(NOW)),
                        OFFICER));
    }

    @Test
    void nothingIsPublishedBeforeItWasCleared() {
        invalid(
                "happenedAt",
                "not-before-predecessor",
                when(
                        given(opened(), accepted(), cleared()),
                        new PublishAnswer(ID, ANSWER, null, null, HappenedAt.given(BEFORE.minusSeconds(1))),
                        OFFICER));
    }

    @Test
    void wordsOnWhatPassedToAnotherBodySinceAreClearedAgain() {
        refusedBy(
                "cleared-parts-here",
                when(given(opened(), accepted(), cleared(), transferred(1)), publish(ANSWER, null), OFFICER));
        refusedBy(
                "cleared-parts-here",
                when(given(opened(), accepted(), cleared(), returned(BEFORE, 1)), publish(ANSWER, null), OFFICER));
    }

    @Test
    void itMustBeAcceptedFirst() {
        refusedBy("accepted-first", when(given(opened()), publish(ANSWER, null), OFFICER));
    }

    @Test
    void nothingMoreIsPublishedOnceEveryPartIsAnswered() {
        refusedBy(
                "something-due",
                when(given(opened(), accepted(), cleared(), published()), publish(SECOND, null), OFFICER));
    }

    @Test
    void nothingIsPublishedOnAReturnedAssignment() {
        refusedBy(
                "not-returned", when(given(opened(), accepted(), cleared(), returned()), publish(ANSWER, null), HEAD));
    }

    @Test
    void nothingIsPublishedOnAClosedAssignment() {
        refusedBy("not-closed", when(given(opened(), accepted(), cleared(), closed()), publish(ANSWER, null), HEAD));
    }

    @Test
    void anotherBodyCannotPublish() {
        notThere(when(given(opened(), accepted(), cleared()), publish(ANSWER, null), STRANGER));
    }

    private static PublishAnswer publish(AnswerId answer, SourceNote source) {
        return new PublishAnswer(ID, answer, null, source, now());
    }
}
