package org.dialogue.answers.commitment;

import java.time.Instant;
import java.util.List;
import org.dialogue.answers.Refusals;
import org.dialogue.answers.commitment.CommitmentCommand.ReportProgress;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentProgressReported;
import org.dialogue.events.commitment.CommittedBy;
import org.dialogue.events.commitment.Measure;
import org.dialogue.events.commitment.VerifiedOutcome;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.commands.HappenedAt;
import org.junit.jupiter.api.Test;

class ReportingProgressTest extends CommitmentScenario {

    private static final BodyId POLICE = new BodyId("provincial-police");

    @Test
    void aBodyReportsNumbersAndMilestones() {
        recorded(
                progress("60 left", 60, List.of("half"), NOW),
                when(given(committed()), report("60 left", 60, List.of("half"), NOW), OFFICER));
    }

    @Test
    void progressIsReportedWhileWaitingOnAnAuthority() {
        recorded(
                progress("We asked again", null, List.of(), NOW),
                when(given(committed(), awaiting(BEFORE)), report("We asked again", null, List.of(), NOW), OFFICER));
    }

    @Test
    void theChairReportsForTheLeadershipItself() {
        recorded(
                new CommitmentProgressReported(ID, COMMITTEE, "On the agenda", null, List.of(), EVIDENCE, NOW),
                when(given(committed()), report("On the agenda", null, List.of(), NOW), CHAIR));
    }

    @Test
    void theChairCannotReportForABodyThatIsNotTheLeadership() {
        notPermitted(when(given(committed()), reportFor(HOME_AFFAIRS), CHAIR));
    }

    @Test
    void aBodyThatDoesNotBearItCannotReport() {
        notPermitted(when(given(committed()), report("60 left", 60, List.of(), NOW), STRANGER));
    }

    @Test
    void nobodyReportsForABodyThatDoesNotBearIt() {
        notPermitted(when(given(committed()), reportFor(POLICE), STRANGER));
    }

    @Test
    void aBodyCannotReportForAnother() {
        notPermitted(when(given(committed()), reportFor(COMMITTEE), OFFICER));
    }

    @Test
    void theSecretariatDoesNotReport() {
        notPermitted(when(
                given(committed()), report("60 left", 60, List.of(), NOW), actor("home-affairs", Role.SECRETARIAT)));
    }

    @Test
    void theSameReportAgainChangesNothing() {
        unchanged(when(
                given(committed(), progress("60 left", 60, List.of("half"), NOW)),
                report("60 left", 60, List.of("half"), NOW),
                OFFICER));
    }

    @Test
    void theSameWordsAtAnotherTimeAreAnotherReport() {
        recorded(
                progress("No change", null, List.of(), LATER),
                when(
                        given(committed(), progress("No change", null, List.of(), NOW)),
                        report("No change", null, List.of(), LATER),
                        OFFICER));
    }

    @Test
    void theSameWordsLaterAreARepeatIfNobodySaysWhen() {
        unchanged(when(
                given(committed(), progress("No change", null, List.of(), NOW)),
                report("No change", null, List.of(), later()),
                OFFICER));
    }

    @Test
    void onlyTheLastReportIsRepeatedByItsWords() {
        recorded(
                progress("No change", null, List.of(), LATER),
                when(
                        given(
                                committed(),
                                progress("No change", null, List.of(), NOW),
                                progress("60 left", 60, List.of(), NOW)),
                        report("No change", null, List.of(), later()),
                        OFFICER));
    }

    @Test
    void anEarlierReportWithItsMomentIsTheSameFact() {
        unchanged(when(
                given(
                        committed(),
                        progress("No change", null, List.of(), NOW),
                        progress("60 left", 60, List.of(), LATER)),
                report("No change", null, List.of(), NOW),
                OFFICER));
    }

    @Test
    void whatHappenedEarlierMayBeReportedLater() {
        recorded(
                progress("80 left", 80, List.of(), NOW),
                when(
                        given(committed(), progress("60 left", 60, List.of(), LATER)),
                        report("80 left", 80, List.of(), NOW),
                        OFFICER));
    }

    @Test
    void nothingIsReportedForATimeBeforeThePromise() {
        invalid(
                "happenedAt",
                "not-before-predecessor",
                when(given(committed()), report("60 left", 60, List.of(), BEFORE.minusSeconds(1)), OFFICER));
    }

    @Test
    void fewerThanNoneAreNotCounted() {
        invalid("measured", "not-negative", when(given(committed()), report("x", -5, List.of(), NOW), OFFICER));
    }

    @Test
    void whereNegativeNumbersMakeSenseTheyCount() {
        var balance = new Measure("balance", number(-10), number(20), number(-10));
        recorded(
                progress("Better", -5, List.of(), NOW),
                when(
                        given(committed(CommittedBy.BODIES, balance, BEFORE)),
                        report("Better", -5, List.of(), NOW),
                        OFFICER));
    }

    /** More than was promised, or a setback, is news and no mistake. */
    @Test
    void anyNumberOfTheRightKindIsReported() {
        recorded(
                progress("More than before", 200, List.of(), NOW),
                when(given(committed()), report("More than before", 200, List.of(), NOW), OFFICER));
    }

    @Test
    void aNumberNeedsAMeasure() {
        refusedBy(
                "has-measure",
                when(
                        given(committed(CommittedBy.BODIES, null, BEFORE)),
                        report("60 left", 60, List.of(), NOW),
                        OFFICER));
    }

    @Test
    void aMilestoneMustBeOneOfTheCommitments() {
        when(given(committed()), report("60 left", 60, List.of("half", "third"), NOW), OFFICER)
                .expectNoEvents()
                .expectException(Refusals.invalid("reachedMilestones[1]", "unknown-reference"));
    }

    @Test
    void aMilestoneIsNamedOnce() {
        invalid(
                "reachedMilestones[1]",
                "milestone-twice",
                when(given(committed()), report("60 left", 60, List.of("half", "half"), NOW), OFFICER));
    }

    @Test
    void aMilestoneIsReachedOnce() {
        refusedBy(
                "milestone-not-reached",
                when(
                        given(committed(), progress("60 left", 60, List.of("half"), BEFORE)),
                        report("50 left", 50, List.of("half"), NOW),
                        OFFICER));
    }

    @Test
    void nothingIsReportedBetweenClaimAndVerdict() {
        refusedBy(
                "not-claimed",
                when(given(committed(), claimed(BEFORE)), report("60 left", 60, List.of(), NOW), OFFICER));
    }

    @Test
    void nothingIsReportedAfterTheVerdict() {
        refusedBy(
                "not-ended",
                when(
                        given(committed(), verified(VerifiedOutcome.NOT_IMPLEMENTED, BEFORE)),
                        report("60 left", 60, List.of(), NOW),
                        OFFICER));
    }

    private static ReportProgress report(String text, Integer measured, List<String> milestones, Instant at) {
        return report(text, measured, milestones, HappenedAt.given(at));
    }

    private static ReportProgress report(String text, Integer measured, List<String> milestones, HappenedAt at) {
        return new ReportProgress(ID, null, text, measured == null ? null : number(measured), milestones, EVIDENCE, at);
    }

    private static ReportProgress reportFor(BodyId body) {
        return new ReportProgress(ID, body, "60 left", null, List.of(), EVIDENCE, now());
    }
}
