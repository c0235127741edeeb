package org.dialogue.reports.folds.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.events.question.AnsweringRole.COORDINATING;
import static org.dialogue.events.question.AnsweringRole.LEAD;
import static org.dialogue.events.vocabulary.Disposition.ACCEPTED;
import static org.dialogue.events.vocabulary.Disposition.DECLINED_WITH_REASONS;
import static org.dialogue.events.vocabulary.Disposition.EXPLAINED;
import static org.dialogue.reports.story.Sample.COMMUNE;
import static org.dialogue.reports.story.Sample.HOME_AFFAIRS;
import static org.dialogue.reports.story.Sample.POLICE;
import static org.dialogue.reports.story.Sample.PROGRAMME;
import static org.dialogue.reports.story.Sample.assigned;
import static org.dialogue.reports.story.Sample.corrected;
import static org.dialogue.reports.story.Sample.day;
import static org.dialogue.reports.story.Sample.noted;
import static org.dialogue.reports.story.Sample.person;
import static org.dialogue.reports.story.Sample.published;
import static org.dialogue.reports.story.Sample.raised;
import static org.dialogue.reports.story.Sample.reopened;
import static org.dialogue.reports.story.Sample.reopenedAtDesk;
import static org.dialogue.reports.story.Sample.returnNoted;
import static org.dialogue.reports.story.Sample.returned;
import static org.dialogue.reports.story.Sample.story;
import static org.dialogue.reports.story.Sample.transferred;

import java.util.List;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentReturned;
import org.dialogue.events.question.PartConclusion;
import org.dialogue.events.question.QuestionEvent.QuestionAssigned;
import org.dialogue.events.question.QuestionEvent.QuestionCarriedOver;
import org.dialogue.events.question.QuestionEvent.QuestionConclusionCorrected;
import org.dialogue.events.question.QuestionEvent.QuestionCorrected;
import org.dialogue.events.question.QuestionEvent.QuestionGrouped;
import org.dialogue.events.question.QuestionEvent.QuestionPartsConcluded;
import org.dialogue.events.question.QuestionEvent.QuestionReopened;
import org.dialogue.events.question.QuestionEvent.QuestionUngrouped;
import org.dialogue.events.question.QuestionEvent.QuestionWithdrawalCorrected;
import org.dialogue.events.question.QuestionEvent.QuestionWithdrawn;
import org.dialogue.events.question.QuestionPart;
import org.dialogue.events.question.ReturnCategory;
import org.dialogue.events.vocabulary.Disposition;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.reports.folds.followup.FollowUp;
import org.dialogue.reports.story.Story;
import org.junit.jupiter.api.Test;

/** Each part of an answer slot, of a conclusion and of a group stands by itself. */
class PartByPartTest {

    private static final QuestionId Q = new QuestionId("q");

    private final QuestionAssigned both = assigned("q", "s1", HOME_AFFAIRS, LEAD, 1, 2);
    private final Story story = story().then(raised("q", COMMUNE, 2), both);

    @Test
    void aPartThatIsHandedBackIsOwedByTheSecretariatWhileTheBodyOwesTheOther() {
        story.then(new AssignmentReturned(
                both.assignmentId(), Q, HOME_AFFAIRS, ReturnCategory.NOT_RESPONSIBLE, "?", List.of(2), day(3)));

        assertThat(steps()).containsExactly("home-affairs ACCEPT", "SECRETARIAT REASSIGN");
    }

    @Test
    void aReturnWithoutPartsIsOneOfAllThatWereOwed() {
        story.then(published(both, "a1", EXPLAINED, 1), returned(both));

        assertThat(steps()).containsExactly("ANSWERED", "SECRETARIAT REASSIGN");
    }

    /** The dead end of old: the question took the reopening of one part for the end of the return of another. */
    @Test
    void reopeningAnotherPartLeavesWhatWasHandedBackWhereItIs() {
        var first = published(both, "a1", EXPLAINED, 1);
        story.then(first, noted(first), returned(both), returnNoted(both));
        story.then(reopened(both, 1, 1), reopenedAtDesk(both, 1, 1));

        assertThat(steps()).containsExactly("home-affairs ANSWER_AGAIN", "SECRETARIAT REASSIGN");
        story.then(transferred(assigned("q", "s1", HOME_AFFAIRS, LEAD, 2), "s2", HOME_AFFAIRS));
        assertThat(steps()).containsExactly("home-affairs ANSWER_AGAIN", "home-affairs ACCEPT");
    }

    @Test
    void aReopenedPartCanBeHandedBackAndIsNotAnsweredByWhatWasSaidBefore() {
        story.then(published(both, "a1", EXPLAINED, 1, 2), reopenedAtDesk(both, 1, 2), returned(both));

        assertThat(steps()).containsExactly("ANSWERED", "SECRETARIAT REASSIGN");
    }

    /** Another body has answered the part, so that it can be contested; this one has owed it all the time. */
    @Test
    void askingAgainDoesNotMakeYoungerWhatABodyOwesAlready() {
        var mine = published(both, "a1", EXPLAINED, 1, 2);
        QuestionAssigned beside = assigned("q", "s2", POLICE, COORDINATING, 2);
        var theirs = published(beside, "a2", EXPLAINED, 2);
        var again = published(beside, "a3", EXPLAINED, 2);
        story.then(mine, noted(mine), beside, theirs, noted(theirs));
        story.then(new QuestionReopened(
                Q, 1, List.of(2), List.of(both.assignmentId(), beside.assignmentId()), "No answer", day(8)));
        story.then(reopenedAtDesk(both, 1, 2), reopenedAtDesk(beside, 1, 2), again, noted(again));
        story.then(new QuestionReopened(
                Q, 2, List.of(1, 2), List.of(both.assignmentId(), beside.assignmentId()), "Still none", day(20)));

        OutstandingStep owed = parts().get(1).debts().get(0);
        assertThat(owed.body()).isEqualTo(HOME_AFFAIRS);
        assertThat(owed.since()).isEqualTo(day(8));
        assertThat(parts().get(1).debts()).extracting(OutstandingStep::since).containsExactly(day(8), day(20));
    }

    /** The question knows of the answer only after the asker has asked again, and so takes it for an answer to that. */
    @Test
    void anAnswerThatCrossesWithAReopeningHasItsWordsAndItsCorrections() {
        var first = published(both, "a1", EXPLAINED, 1, 2);
        var more = published(both, "a2", EXPLAINED, 1);
        story.then(first, noted(first), more, reopened(both, 1, 1), noted(more));
        story.then(corrected(more, DECLINED_WITH_REASONS, 1));

        assertThat(parts().get(0).state()).isEqualTo(PartState.DECLINED);
        assertThat(parts().get(0).reasons()).isEqualTo("corrected");
    }

    @Test
    void anAnswerThatComesAfterItsPartWasPassedOnCompletesNothing() {
        var late = published(both, "a1", EXPLAINED, 1, 2);
        story.then(transferred(assigned("q", "s1", HOME_AFFAIRS, LEAD, 2), "s2", POLICE), late, noted(late));

        assertThat(steps()).containsExactly("ANSWERED", "police ACCEPT");
    }

    @Test
    void theChairConcludesPartByPartAndCanPutAConclusionRight() {
        story.then(published(both, "a1", EXPLAINED, 1, 2));
        assertThat(parts())
                .allSatisfy(part -> assertThat(part.awaitsConclusionSince()).hasValue(day(5)));

        story.then(new QuestionPartsConcluded(Q, person("chair"), List.of(decision(1, ACCEPTED)), day(7)));
        assertThat(parts()).extracting(PartStatus::concluded).containsExactly(true, false);

        story.then(new QuestionConclusionCorrected(
                Q, person("chair"), List.of(decision(1, DECLINED_WITH_REASONS)), "misheard", day(8)));
        assertThat(parts().get(0).state()).isEqualTo(PartState.DECLINED);
        assertThat(parts().get(0).concluded()).isTrue();
        assertThat(parts().get(0).awaitsConclusionSince()).isEmpty();

        story.then(reopened(both, 1, 1));
        assertThat(parts()).extracting(PartStatus::concluded).containsExactly(false, false);
        assertThat(steps()).containsExactly("home-affairs ANSWER_AGAIN", "ANSWERED");
    }

    @Test
    void aWithdrawalThatWasAMistakeLeavesEverythingWhereItWas() {
        story.then(published(both, "a1", EXPLAINED, 1), new QuestionWithdrawn(Q, "Settled", day(6)));
        assertThat(steps()).containsExactly("WITHDRAWN", "WITHDRAWN");

        story.then(new QuestionWithdrawalCorrected(Q, true, "Withdrawn for another reason", "typo", day(7)));
        assertThat(steps()).containsExactly("WITHDRAWN", "WITHDRAWN");
        story.then(new QuestionWithdrawalCorrected(Q, false, null, "another question was meant", day(8)));
        assertThat(steps()).containsExactly("ANSWERED", "home-affairs ACCEPT");
    }

    @Test
    void correctedWordsAreShownAndAQuestionCarriedOverKeepsItsNumber() {
        story.then(
                raised("q2", COMMUNE, 1),
                new QuestionCorrected(
                        Q, null, List.of(new QuestionPart(2, "Better", List.of("roads"))), null, "typo", day(3)),
                new QuestionCarriedOver(Q, PROGRAMME, new ProgrammeId("2024"), "not done", day(9)));

        assertThat(parts().get(1).part().text()).isEqualTo("Better");
        assertThat(parts().get(0).part().text()).isNotEqualTo("Better");
        assertThat(parts().get(0).question().programme()).isEqualTo(new ProgrammeId("2024"));
        assertThat(parts().get(0).question().raisedIn()).isEqualTo(PROGRAMME);
        Coverage coverage = story.seenBy(FollowUp.FOLD).coverage();
        assertThat(coverage.reference().numbers().number(Q)).isEqualTo(1);
        assertThat(coverage.reference().numbers().number(new QuestionId("q2"))).isEqualTo(2);
    }

    @Test
    void aFollowerStandsWhereItsLeadStandsAndOwesNothingItself() {
        story.then(raised("f", COMMUNE, 2), raised("g", COMMUNE, 1), grouped("f", "q"), grouped("g", "q"));
        story.then(published(both, "a1", DECLINED_WITH_REASONS, 1));

        assertThat(steps("f")).containsExactly("with q: DECLINED", "with q: OWED");
        assertThat(steps("g")).as("as a whole").containsExactly("with q: OWED");
        story.then(published(both, "a2", EXPLAINED, 2));
        assertThat(steps("f")).containsExactly("with q: DECLINED", "with q: ANSWERED");
        assertThat(steps("g")).containsExactly("with q: ANSWERED");
        story.then(new QuestionUngrouped(new QuestionId("g"), Q, day(9)));
        assertThat(steps("g")).containsExactly("SECRETARIAT TRIAGE");
    }

    /** Older history knew chains, circles, and leads that were taken back: nobody may fall between them. */
    @Test
    void noFollowerIsForgottenWhateverItsLeadIs() {
        story.then(raised("f", COMMUNE, 1), raised("g", COMMUNE, 1), grouped("f", "q"), grouped("g", "f"));
        assertThat(steps("g")).as("a chain").containsExactly("with q: OWED");

        story.then(new QuestionWithdrawn(Q, "Settled", day(6)));
        assertThat(steps("f")).containsExactly("SECRETARIAT TRIAGE");
        assertThat(steps("g")).containsExactly("with f: OWED");

        story.then(grouped("f", "g"));
        assertThat(steps("f")).as("a circle").containsExactly("SECRETARIAT TRIAGE");
        assertThat(steps("g")).containsExactly("SECRETARIAT TRIAGE");

        story.then(grouped("f", "never-heard-of"), assigned("f", "s7", POLICE, LEAD, 1));
        assertThat(steps("f")).containsExactly("police ACCEPT");
        story.then(grouped("f", "g"));
        assertThat(steps("f")).as("a share of its own").containsExactly("police ACCEPT");
    }

    @Test
    void aQuestionWithoutPartsIsAPartByItself() {
        Story empty = story().then(raised("q", COMMUNE, 0));

        assertThat(empty.seenBy(FollowUp.FOLD).coverage().parts())
                .singleElement()
                .satisfies(part ->
                        assertThat(part.isOwedBy(OutstandingStep.SECRETARIAT)).isTrue());
    }

    private static QuestionGrouped grouped(String follower, String lead) {
        return new QuestionGrouped(new QuestionId(follower), new QuestionId(lead), day(2));
    }

    private static PartConclusion decision(int part, Disposition disposition) {
        return new PartConclusion(part, disposition, "So decided");
    }

    private List<PartStatus> parts() {
        return parts("q");
    }

    private List<PartStatus> parts(String question) {
        Coverage coverage = story.seenBy(FollowUp.FOLD).coverage();
        return coverage.partsOf(
                coverage.reference().question(new QuestionId(question)).orElseThrow());
    }

    private List<String> steps() {
        return steps("q");
    }

    private List<String> steps(String question) {
        return parts(question).stream()
                .map(part -> {
                    if (part.with() != null) {
                        return "with " + part.with().value() + ": " + part.state();
                    }
                    return part.debts().isEmpty()
                            ? part.state().name()
                            : part.debts().get(0).debtor() + " "
                                    + part.debts().get(0).step();
                })
                .toList();
    }
}
