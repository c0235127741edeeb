package org.dialogue.reports.folds.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dialogue.events.question.AnsweringRole.COORDINATING;
import static org.dialogue.events.question.AnsweringRole.LEAD;
import static org.dialogue.events.vocabulary.Disposition.ACCEPTED;
import static org.dialogue.events.vocabulary.Disposition.ACCEPTED_FOR_STUDY;
import static org.dialogue.events.vocabulary.Disposition.DECLINED_WITH_REASONS;
import static org.dialogue.events.vocabulary.Disposition.EXPLAINED;
import static org.dialogue.events.vocabulary.Disposition.REFERRED_TO_HIGHER_AUTHORITY;
import static org.dialogue.reports.story.Sample.COMMUNE;
import static org.dialogue.reports.story.Sample.DAY_1;
import static org.dialogue.reports.story.Sample.HOME_AFFAIRS;
import static org.dialogue.reports.story.Sample.POLICE;
import static org.dialogue.reports.story.Sample.STANDING_COMMITTEE;
import static org.dialogue.reports.story.Sample.accepted;
import static org.dialogue.reports.story.Sample.assigned;
import static org.dialogue.reports.story.Sample.concluded;
import static org.dialogue.reports.story.Sample.corrected;
import static org.dialogue.reports.story.Sample.day;
import static org.dialogue.reports.story.Sample.noted;
import static org.dialogue.reports.story.Sample.opened;
import static org.dialogue.reports.story.Sample.published;
import static org.dialogue.reports.story.Sample.raised;
import static org.dialogue.reports.story.Sample.reopened;
import static org.dialogue.reports.story.Sample.reopenedAtDesk;
import static org.dialogue.reports.story.Sample.returnNoted;
import static org.dialogue.reports.story.Sample.returned;
import static org.dialogue.reports.story.Sample.story;
import static org.dialogue.reports.story.Sample.transferred;

import java.time.LocalDate;
import java.util.List;
import org.dialogue.events.assignment.AssignmentEvent.HoldingAnswerGiven;
import org.dialogue.events.question.QuestionEvent.QuestionAssigned;
import org.dialogue.events.question.QuestionEvent.QuestionWithdrawn;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.reports.folds.followup.FollowUp;
import org.dialogue.reports.story.Story;
import org.junit.jupiter.api.Test;

class CoverageTest {

    private final QuestionAssigned toHomeAffairs = assigned("q", "s1", HOME_AFFAIRS, LEAD, 1);
    private final QuestionAssigned toPolice = assigned("q", "s2", POLICE, COORDINATING, 1);
    private final Story asked = story().then(raised("q", COMMUNE, 1));

    @Test
    void aQuestionThatNobodyWasAskedToAnswerIsOwedByTheSecretariatSinceItWasRaised() {
        PartStatus part = onlyPart(asked);

        assertThat(part.state()).isEqualTo(PartState.OWED);
        assertThat(part.debts()).containsExactly(new OutstandingStep(null, OwedStep.TRIAGE, DAY_1, null, null, null));
        assertThat(part.isOwedBy(OutstandingStep.SECRETARIAT)).isTrue();
    }

    @Test
    void anAssignedPartIsOwedByTheBodySinceItsClockStarted() {
        asked.then(toHomeAffairs, opened(toHomeAffairs));

        assertOwed(HOME_AFFAIRS, OwedStep.ACCEPT, 2);
        asked.then(accepted(toHomeAffairs));
        assertOwed(HOME_AFFAIRS, OwedStep.ANSWER, 2);
    }

    @Test
    void aHoldingAnswerIsNoAnswerButNamesTheDayOnWhichOneIsExpected() {
        LocalDate expected = LocalDate.of(2023, 12, 1);
        asked.then(
                toHomeAffairs,
                accepted(toHomeAffairs),
                new HoldingAnswerGiven(
                        toHomeAffairs.assignmentId(),
                        toHomeAffairs.questionId(),
                        HOME_AFFAIRS,
                        "Later",
                        expected,
                        day(4)));

        assertThat(onlyPart(asked).debts()).singleElement().satisfies(debt -> {
            assertThat(debt.step()).isEqualTo(OwedStep.ANSWER);
            assertThat(debt.expectedOn()).isEqualTo(expected);
        });
    }

    @Test
    void aReturnedAssignmentIsOwedByTheSecretariatUntilAnotherBodyIsAsked() {
        asked.then(toHomeAffairs, returned(toHomeAffairs));
        assertOwed(null, OwedStep.REASSIGN, 3);
        asked.then(returnNoted(toHomeAffairs));
        assertOwed(null, OwedStep.REASSIGN, 3);

        asked.then(transferred(toHomeAffairs, "s9", POLICE));
        assertOwed(POLICE, OwedStep.ACCEPT, 2);
    }

    @Test
    void aPartIsAnsweredOnlyWhenEveryBodyThatWasAskedHasAnswered() {
        asked.then(toHomeAffairs, toPolice, published(toHomeAffairs, "a1", EXPLAINED, 1));
        assertOwed(POLICE, OwedStep.ACCEPT, 2);

        asked.then(published(toPolice, "a2", ACCEPTED, 1));
        PartStatus part = onlyPart(asked);
        assertThat(part.state()).isEqualTo(PartState.ANSWERED);
        assertThat(part.disposition()).as("the lead's word").isEqualTo(EXPLAINED);
        assertThat(part.debts()).isEmpty();
    }

    @Test
    void anAnswerCountsAsSoonAsEitherServiceTellsOfIt() {
        var answer = published(toHomeAffairs, "a1", EXPLAINED, 1);
        asked.then(toHomeAffairs, noted(answer));
        assertThat(onlyPart(asked).state()).isEqualTo(PartState.ANSWERED);
        assertThat(onlyPart(asked).reasons()).isNull();

        asked.then(answer);
        assertThat(onlyPart(asked).state()).isEqualTo(PartState.ANSWERED);
        assertThat(onlyPart(asked).reasons()).isEqualTo("a1 to part 1");
    }

    @Test
    void decliningAndReferringAreToldApartAndTheReasonsAreShown() {
        Story both = story().then(
                        raised("q", COMMUNE, 2),
                        assigned("q", "s1", HOME_AFFAIRS, LEAD, 1),
                        assigned("q", "s2", STANDING_COMMITTEE, LEAD, 2),
                        published(assigned("q", "s1", HOME_AFFAIRS, LEAD, 1), "a1", DECLINED_WITH_REASONS, 1),
                        published(
                                assigned("q", "s2", STANDING_COMMITTEE, LEAD, 2),
                                "a2",
                                REFERRED_TO_HIGHER_AUTHORITY,
                                2));

        assertThat(parts(both)).extracting(PartStatus::state).containsExactly(PartState.DECLINED, PartState.REFERRED);
        assertThat(parts(both)).extracting(PartStatus::reasons).containsExactly("a1 to part 1", "a2 to part 2");
    }

    /** The case of P8: an allowance referred to the Central Committee, and housing on which nobody answered. */
    @Test
    void onePartReferredDoesNotHideAnotherThatIsUnanswered() {
        QuestionAssigned allowance = assigned("p8", "s1", STANDING_COMMITTEE, LEAD, 1);
        Story p8 = story().then(
                        raised("p8", COMMUNE, 2),
                        allowance,
                        published(allowance, "a1", REFERRED_TO_HIGHER_AUTHORITY, 1));

        List<PartStatus> parts = p8.seenBy(FollowUp.FOLD)
                .coverage()
                .partsOf(p8.seenBy(FollowUp.FOLD)
                        .coverage()
                        .reference()
                        .question(new QuestionId("p8"))
                        .orElseThrow());
        assertThat(parts).extracting(PartStatus::state).containsExactly(PartState.REFERRED, PartState.OWED);
        assertThat(parts.get(1).debts())
                .containsExactly(new OutstandingStep(null, OwedStep.TRIAGE, DAY_1, null, null, null));
    }

    @Test
    void theChairsConclusionPrevailsOverWhatTheBodyProposed() {
        asked.then(
                toHomeAffairs, published(toHomeAffairs, "a1", EXPLAINED, 1), concluded("q", DECLINED_WITH_REASONS, 1));

        PartStatus part = onlyPart(asked);
        assertThat(part.state()).isEqualTo(PartState.DECLINED);
        assertThat(part.concluded()).isTrue();
        assertThat(part.reasons()).isEqualTo("So decided on part 1");
    }

    @Test
    void aCorrectionChangesWhatStandsAndNotWhenItWasAnswered() {
        var answer = published(toHomeAffairs, "a1", EXPLAINED, 1);
        asked.then(toHomeAffairs, answer, corrected(answer, ACCEPTED_FOR_STUDY, 1));

        PartStatus part = onlyPart(asked);
        assertThat(part.disposition()).isEqualTo(ACCEPTED_FOR_STUDY);
        assertThat(part.reasons()).isEqualTo("corrected");
        assertThat(part.slots())
                .singleElement()
                .satisfies(slot -> assertThat(slot.answeredAt()).isEqualTo(day(5)));
    }

    @Test
    void aReopenedPartIsOwedAgainSinceItsReopeningAndTheConclusionNoLongerStands() {
        asked.then(
                toHomeAffairs,
                published(toHomeAffairs, "a1", EXPLAINED, 1),
                concluded("q", EXPLAINED, 1),
                reopened(toHomeAffairs, 1, 1));
        assertOwed(HOME_AFFAIRS, OwedStep.ANSWER_AGAIN, 8);
        assertThat(onlyPart(asked).concluded()).isFalse();

        asked.then(reopenedAtDesk(toHomeAffairs, 1, 1), published(toHomeAffairs, "a2", ACCEPTED, 1));
        assertThat(onlyPart(asked).state()).isEqualTo(PartState.ANSWERED);
        assertThat(onlyPart(asked).disposition()).isEqualTo(ACCEPTED);
    }

    @Test
    void aNewAnswerThatIsKnownBeforeTheReopeningItAnswersStillCounts() {
        asked.then(
                toHomeAffairs,
                published(toHomeAffairs, "a1", EXPLAINED, 1),
                reopenedAtDesk(toHomeAffairs, 1, 1),
                published(toHomeAffairs, "a2", ACCEPTED, 1),
                reopened(toHomeAffairs, 1, 1));

        assertThat(onlyPart(asked).state()).isEqualTo(PartState.ANSWERED);
        assertThat(onlyPart(asked).disposition()).isEqualTo(ACCEPTED);
    }

    @Test
    void theCorrectionOfAnAnswerThatAnotherHasFollowedChangesNothing() {
        var first = published(toHomeAffairs, "a1", EXPLAINED, 1);
        asked.then(
                toHomeAffairs,
                first,
                reopenedAtDesk(toHomeAffairs, 1, 1),
                published(toHomeAffairs, "a2", ACCEPTED, 1),
                corrected(first, DECLINED_WITH_REASONS, 1));

        assertThat(onlyPart(asked).disposition()).isEqualTo(ACCEPTED);
    }

    @Test
    void aWithdrawnQuestionOwesNothing() {
        asked.then(toHomeAffairs, new QuestionWithdrawn(new QuestionId("q"), "Settled", day(4)));

        assertThat(onlyPart(asked).state()).isEqualTo(PartState.WITHDRAWN);
        assertThat(onlyPart(asked).debts()).isEmpty();
    }

    @Test
    void partsThatAreNotPassedOnStayWithTheBodyThatHasThem() {
        QuestionAssigned both = assigned("q", "s1", HOME_AFFAIRS, LEAD, 1, 2);
        QuestionAssigned second = assigned("q", "s1", HOME_AFFAIRS, LEAD, 2);
        Story split = story().then(raised("q", COMMUNE, 2), both, transferred(second, "s2", POLICE));

        assertThat(parts(split))
                .flatExtracting(PartStatus::debts)
                .extracting(OutstandingStep::body)
                .containsExactly(HOME_AFFAIRS, POLICE);
    }

    @Test
    void aHistoryThatGoesOnWithASlotThatNeverWasIsAFault() {
        QuestionAssigned never = assigned("q", "never", HOME_AFFAIRS, LEAD, 1);

        asked.then(returnNoted(never));

        assertThatThrownBy(() -> asked.seenBy(FollowUp.FOLD).coverage())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(new AssignmentId("never").value());
    }

    private void assertOwed(BodyId body, OwedStep step, int sinceDay) {
        PartStatus part = onlyPart(asked);
        assertThat(part.state()).isEqualTo(PartState.OWED);
        assertThat(part.debts()).singleElement().satisfies(debt -> {
            assertThat(debt.body()).isEqualTo(body);
            assertThat(debt.step()).isEqualTo(step);
            assertThat(debt.since()).isEqualTo(day(sinceDay));
        });
    }

    private static PartStatus onlyPart(Story story) {
        assertThat(parts(story)).hasSize(1);
        return parts(story).get(0);
    }

    private static List<PartStatus> parts(Story story) {
        return story.seenBy(FollowUp.FOLD).coverage().parts().toList();
    }
}
