package org.dialogue.answers.commitment;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.TestExecutor;
import org.dialogue.answers.commitment.CommitmentCommand.CarryCommitmentOver;
import org.dialogue.answers.commitment.CommitmentCommand.ClaimCompletion;
import org.dialogue.answers.commitment.CommitmentCommand.CorrectVerdict;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentCarriedOver;
import org.dialogue.events.commitment.VerifiedOutcome;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.commands.HappenedAt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CorrectingAVerdictTest extends CommitmentScenario {

    private static final CorrectVerdict REOPEN = correct(null, "It was not seen");

    @Test
    void aVerdictIsPutRight() {
        recorded(
                corrected(VerifiedOutcome.NOT_IMPLEMENTED, "Half are missing", NOW),
                when(ended(), correct(VerifiedOutcome.NOT_IMPLEMENTED, "Half are missing"), SECRETARIAT));
    }

    @Test
    void itsWordsArePutRight() {
        recorded(
                corrected(VerifiedOutcome.IMPLEMENTED, "Seen twice", NOW),
                when(ended(), correct(VerifiedOutcome.IMPLEMENTED, "Seen twice"), SECRETARIAT));
    }

    @Test
    void theCommitmentHasNotEndedAfterAll() {
        recorded(corrected(null, "It was not seen", NOW), when(ended(), REOPEN, SECRETARIAT));
    }

    @Test
    void whatHasNotEndedAfterAllCanBeClaimedAgain() {
        var claim = new ClaimCompletion(ID, null, "All settled", EVIDENCE, now());
        recorded(claimed(NOW), when(endedAnd(corrected(null, "It was not seen", BEFORE)), claim, OFFICER));
    }

    @Test
    void theSameCorrectionAgainChangesNothing() {
        unchanged(when(endedAnd(corrected(null, "It was not seen", BEFORE)), REOPEN, SECRETARIAT));
        unchanged(when(
                endedAnd(corrected(VerifiedOutcome.NOT_IMPLEMENTED, "Half are missing", BEFORE)),
                correct(VerifiedOutcome.NOT_IMPLEMENTED, "Half are missing"),
                SECRETARIAT));
    }

    @Test
    void theNextVerdictCanBeFoundPrematureForTheSameReason() {
        recorded(
                corrected(null, "It was not seen", NOW),
                when(
                        endedAnd(
                                corrected(null, "It was not seen", BEFORE),
                                claimed(BEFORE),
                                verified(VerifiedOutcome.IMPLEMENTED, BEFORE)),
                        REOPEN,
                        SECRETARIAT));
    }

    @Test
    void aCorrectionSaysSomethingElse() {
        refusedBy(
                "something-corrected",
                when(ended(), correct(VerifiedOutcome.IMPLEMENTED, "Seen on the spot"), SECRETARIAT));
        refusedBy(
                "something-corrected",
                when(
                        endedAnd(corrected(VerifiedOutcome.NOT_IMPLEMENTED, "Half are missing", BEFORE)),
                        new CorrectVerdict(
                                ID,
                                VerifiedOutcome.NOT_IMPLEMENTED,
                                "Half are missing",
                                List.of(),
                                "For another reason",
                                now()),
                        SECRETARIAT));
    }

    @Test
    void whereThereIsNoVerdictThereIsNoneToCorrect() {
        refusedBy("ended", when(given(committed(), claimed(BEFORE)), REOPEN, SECRETARIAT));
    }

    @Test
    void whatNobodyClaimedIsNotFoundImplementedByACorrection() {
        refusedBy(
                "claimed",
                when(
                        given(committed(), verified(VerifiedOutcome.NOT_IMPLEMENTED, BEFORE)),
                        correct(VerifiedOutcome.IMPLEMENTED, "Seen"),
                        SECRETARIAT));
    }

    @Test
    void whatWasNotReachedIsKnownByACorrectionToo() {
        refusedBy(
                "milestones-unreached",
                when(
                        given(committed(), claimed(BEFORE), verified(VerifiedOutcome.NOT_IMPLEMENTED, BEFORE)),
                        correct(VerifiedOutcome.IMPLEMENTED, "Seen"),
                        SECRETARIAT));
    }

    @Test
    void aVerdictIsCorrectedAfterItWasGiven() {
        var early = new CorrectVerdict(
                ID,
                null,
                "It was not seen",
                List.of(),
                "Another village was meant",
                HappenedAt.given(BEFORE.minusSeconds(1)));
        invalid("happenedAt", "not-before-predecessor", when(ended(), early, SECRETARIAT));
    }

    @ParameterizedTest
    @EnumSource(names = "SECRETARIAT", mode = EnumSource.Mode.EXCLUDE)
    void nobodyElseCorrectsOrCarriesOver(Role role) {
        notPermitted(when(ended(), REOPEN, actor("home-affairs", role)));
        notPermitted(when(given(committed()), carryOver(NEXT), actor("home-affairs", role)));
    }

    @Test
    void aCommitmentIsFollowedUpInAnotherProgramme() {
        recorded(carriedOver(PROGRAMME, NEXT), when(given(committed()), carryOver(NEXT), SECRETARIAT));
        recorded(carriedOver(PROGRAMME, NEXT), when(given(committed(), claimed(BEFORE)), carryOver(NEXT), SECRETARIAT));
    }

    @Test
    void carryingOverAgainChangesNothing() {
        unchanged(when(given(committed(), carriedOver(PROGRAMME, NEXT)), carryOver(NEXT), SECRETARIAT));
    }

    @Test
    void itGoesToAnotherProgrammeThatIsThereAndGoesOn() {
        refusedBy("another-programme", when(given(committed()), carryOver(PROGRAMME), SECRETARIAT));
        refusedBy("programme-stage", when(given(committed()), carryOver(PAST), SECRETARIAT));
        invalid(
                "programmeId",
                "unknown-reference",
                when(given(committed()), carryOver(new ProgrammeId("2099")), SECRETARIAT));
    }

    @Test
    void whatHasEndedStaysWhereItIs() {
        refusedBy("not-ended", when(ended(), carryOver(NEXT), SECRETARIAT));
    }

    private static TestExecutor<Commitment> ended() {
        return endedAnd();
    }

    private static TestExecutor<Commitment> endedAnd(Object... more) {
        List<Object> events = new ArrayList<>(List.of(
                committed(),
                progress("All done", null, List.of("half", "all"), BEFORE),
                claimed(BEFORE),
                verified(VerifiedOutcome.IMPLEMENTED, BEFORE)));
        events.addAll(List.of(more));
        return given(events.toArray());
    }

    private static CorrectVerdict correct(VerifiedOutcome outcome, String text) {
        return new CorrectVerdict(ID, outcome, text, List.of(), "Another village was meant", now());
    }

    private static CarryCommitmentOver carryOver(ProgrammeId programme) {
        return new CarryCommitmentOver(ID, programme, "It takes longer", now());
    }

    private static CommitmentCarriedOver carriedOver(ProgrammeId from, ProgrammeId to) {
        return new CommitmentCarriedOver(ID, from, to, "It takes longer", NOW);
    }
}
