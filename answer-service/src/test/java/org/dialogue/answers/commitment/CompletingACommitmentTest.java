package org.dialogue.answers.commitment;

import java.util.List;
import org.dialogue.answers.commitment.CommitmentCommand.ClaimCompletion;
import org.dialogue.answers.commitment.CommitmentCommand.SendBackCommitment;
import org.dialogue.answers.commitment.CommitmentCommand.VerifyCommitment;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentCompletionClaimed;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentProgressReported;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentVerified;
import org.dialogue.events.commitment.VerifiedOutcome;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.commands.HappenedAt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompletingACommitmentTest extends CommitmentScenario {

    private static final ClaimCompletion CLAIM = new ClaimCompletion(ID, null, "All settled", EVIDENCE, now());
    private static final SendBackCommitment SEND_BACK =
            new SendBackCommitment(ID, "Three are missing from the list", now());

    @Test
    void aBodyClaimsCompletion() {
        recorded(claimedWithoutMilestones(NOW), when(given(committed()), CLAIM, OFFICER));
    }

    @Test
    void theChairClaimsItForTheLeadership() {
        recorded(
                new CommitmentCompletionClaimed(ID, COMMITTEE, "All settled", EVIDENCE, List.of("half", "all"), NOW),
                when(given(committed()), CLAIM, CHAIR));
    }

    @Test
    void claimingAgainChangesNothing() {
        unchanged(when(given(committed(), claimed(BEFORE)), CLAIM, OFFICER));
    }

    @Test
    void anotherClaimWaitsForTheVerdictOnTheFirst() {
        var other = new ClaimCompletion(ID, null, "Really all", List.of(), now());
        refusedBy("not-claimed", when(given(committed(), claimed(BEFORE)), other, OFFICER));
    }

    @Test
    void whatWaitsOnAnAuthorityCannotBeComplete() {
        refusedBy("not-waiting", when(given(committed(), awaiting(BEFORE)), CLAIM, OFFICER));
    }

    @Test
    void whatHasEndedCannotBeClaimed() {
        refusedBy(
                "not-ended",
                when(given(committed(), verified(VerifiedOutcome.NOT_IMPLEMENTED, BEFORE)), CLAIM, OFFICER));
    }

    @Test
    void anotherBodyCannotClaim() {
        notPermitted(when(given(committed()), CLAIM, STRANGER));
    }

    @Test
    void theSecretariatCannotClaim() {
        notPermitted(when(given(committed()), CLAIM, SECRETARIAT));
    }

    @ParameterizedTest
    @EnumSource
    void theSecretariatVerifiesAClaim(VerifiedOutcome outcome) {
        recorded(
                verified(outcome, NOW),
                when(given(committed(), allReached(), claimed(BEFORE)), verify(outcome), SECRETARIAT));
    }

    @Test
    void withoutAClaimNothingIsVerifiedAsImplemented() {
        refusedBy("claimed", when(given(committed()), verify(VerifiedOutcome.IMPLEMENTED), SECRETARIAT));
    }

    @Test
    void whatWasSentBackNeedsANewClaim() {
        refusedBy(
                "claimed",
                when(
                        given(committed(), claimed(BEFORE), sentBack(BEFORE)),
                        verify(VerifiedOutcome.IMPLEMENTED),
                        SECRETARIAT));
    }

    @Test
    void anOpenCommitmentCanBeFoundNotImplemented() {
        recorded(
                verified(VerifiedOutcome.NOT_IMPLEMENTED, NOW),
                when(given(committed()), verify(VerifiedOutcome.NOT_IMPLEMENTED), SECRETARIAT));
    }

    @Test
    void aWaitingCommitmentCanBeFoundNotImplemented() {
        recorded(
                verified(VerifiedOutcome.NOT_IMPLEMENTED, NOW),
                when(given(committed(), awaiting(BEFORE)), verify(VerifiedOutcome.NOT_IMPLEMENTED), SECRETARIAT));
    }

    @ParameterizedTest
    @EnumSource
    void theSameVerdictAgainChangesNothing(VerifiedOutcome outcome) {
        unchanged(when(given(committed(), claimed(BEFORE), verified(outcome, BEFORE)), verify(outcome), SECRETARIAT));
    }

    @Test
    void aClaimSaysWhichMilestonesNobodyReached() {
        recorded(
                new CommitmentCompletionClaimed(ID, HOME_AFFAIRS, "All settled", EVIDENCE, List.of("all"), NOW),
                when(given(committed(), progress("60 left", 60, List.of("half"), BEFORE)), CLAIM, OFFICER));
        recorded(claimed(NOW), when(given(committed(), allReached()), CLAIM, OFFICER));
    }

    @Test
    void whatNobodyReachedIsVerifiedKnowingly() {
        Object[] history = {committed(), progress("60 left", 60, List.of("half"), BEFORE), claimed(BEFORE)};
        refusedBy("milestones-unreached", when(given(history), verify(VerifiedOutcome.IMPLEMENTED), SECRETARIAT));
        refusedBy(
                "milestones-unreached",
                when(given(history), verify(VerifiedOutcome.IMPLEMENTED, List.of("half", "all"), now()), SECRETARIAT));
        recorded(
                new CommitmentVerified(ID, VerifiedOutcome.IMPLEMENTED, "Seen on the spot", List.of("all"), NOW),
                when(given(history), verify(VerifiedOutcome.IMPLEMENTED, List.of("all"), now()), SECRETARIAT));
    }

    @Test
    void milestonesThatWereReachedAreNotNamedAsUnreached() {
        refusedBy(
                "milestones-unreached",
                when(
                        given(committed(), allReached(), claimed(BEFORE)),
                        verify(VerifiedOutcome.IMPLEMENTED, List.of("all"), now()),
                        SECRETARIAT));
        invalid(
                "unreachedMilestones",
                "only-if-implemented",
                when(
                        given(committed(), claimed(BEFORE)),
                        verify(VerifiedOutcome.NOT_IMPLEMENTED, List.of("all"), now()),
                        SECRETARIAT));
    }

    @Test
    void theVerdictComesAfterTheClaim() {
        invalid(
                "happenedAt",
                "not-before-predecessor",
                when(
                        given(committed(), claimed(LATER)),
                        verify(VerifiedOutcome.NOT_IMPLEMENTED, List.of(), HappenedAt.given(NOW)),
                        SECRETARIAT));
        recorded(
                verified(VerifiedOutcome.NOT_IMPLEMENTED, LATER),
                when(given(committed(), claimed(LATER)), verify(VerifiedOutcome.NOT_IMPLEMENTED), SECRETARIAT));
    }

    @Test
    void aVerdictAtAnotherTimeIsNoRepeat() {
        refusedBy(
                "not-ended",
                when(
                        given(committed(), claimed(BEFORE), verified(VerifiedOutcome.NOT_IMPLEMENTED, BEFORE)),
                        verify(VerifiedOutcome.NOT_IMPLEMENTED, List.of(), HappenedAt.given(NOW)),
                        SECRETARIAT));
    }

    @Test
    void theVerdictStands() {
        refusedBy(
                "not-ended",
                when(
                        given(committed(), claimed(BEFORE), verified(VerifiedOutcome.IMPLEMENTED, BEFORE)),
                        verify(VerifiedOutcome.NOT_IMPLEMENTED),
                        SECRETARIAT));
    }

    @ParameterizedTest
    @EnumSource(names = "SECRETARIAT", mode = EnumSource.Mode.EXCLUDE)
    void nobodyElseVerifies(Role role) {
        notPermitted(when(
                given(committed(), claimed(BEFORE)), verify(VerifiedOutcome.IMPLEMENTED), actor("home-affairs", role)));
    }

    @Test
    void theSecretariatSendsAClaimBack() {
        recorded(sentBack(NOW), when(given(committed(), claimed(BEFORE)), SEND_BACK, SECRETARIAT));
    }

    @Test
    void whatWasSentBackGoesOn() {
        recorded(
                progress("Three added", null, List.of(), NOW),
                when(
                        given(committed(), claimed(BEFORE), sentBack(BEFORE)),
                        new CommitmentCommand.ReportProgress(ID, null, "Three added", null, List.of(), EVIDENCE, now()),
                        OFFICER));
    }

    @Test
    void whatWasSentBackCanBeClaimedAgain() {
        recorded(
                claimedWithoutMilestones(NOW),
                when(given(committed(), claimed(BEFORE), sentBack(BEFORE)), CLAIM, OFFICER));
    }

    @Test
    void sendingBackAgainChangesNothing() {
        unchanged(when(given(committed(), claimed(BEFORE), sentBack(BEFORE)), SEND_BACK, SECRETARIAT));
    }

    @Test
    void withoutAClaimThereIsNothingToSendBack() {
        refusedBy("claimed", when(given(committed()), SEND_BACK, SECRETARIAT));
    }

    @Test
    void theVerdictCannotBeSentBack() {
        refusedBy(
                "claimed",
                when(
                        given(committed(), claimed(BEFORE), verified(VerifiedOutcome.IMPLEMENTED, BEFORE)),
                        SEND_BACK,
                        SECRETARIAT));
    }

    @ParameterizedTest
    @EnumSource(names = "SECRETARIAT", mode = EnumSource.Mode.EXCLUDE)
    void nobodyElseSendsBack(Role role) {
        notPermitted(when(given(committed(), claimed(BEFORE)), SEND_BACK, actor("home-affairs", role)));
    }

    private static VerifyCommitment verify(VerifiedOutcome outcome) {
        return verify(outcome, List.of(), now());
    }

    private static VerifyCommitment verify(VerifiedOutcome outcome, List<String> unreached, HappenedAt at) {
        return new VerifyCommitment(ID, outcome, "Seen on the spot", unreached, at);
    }

    private static CommitmentProgressReported allReached() {
        return progress("All done", null, List.of("half", "all"), BEFORE);
    }
}
