package org.dialogue.answers.commitment;

import java.util.List;
import org.dialogue.answers.commitment.CommitmentCommand.ClaimCompletion;
import org.dialogue.answers.commitment.CommitmentCommand.SendBackCommitment;
import org.dialogue.answers.commitment.CommitmentCommand.VerifyCommitment;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentCompletionClaimed;
import org.dialogue.events.commitment.VerifiedOutcome;
import org.dialogue.kit.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompletingACommitmentTest extends CommitmentScenario {

    private static final ClaimCompletion CLAIM = new ClaimCompletion(ID, null, "All settled", EVIDENCE, NOW);
    private static final SendBackCommitment SEND_BACK =
            new SendBackCommitment(ID, "Three are missing from the list", NOW);

    @Test
    void aBodyClaimsCompletion() {
        recorded(claimed(NOW), when(given(committed()), CLAIM, OFFICER));
    }

    @Test
    void theChairClaimsItForTheLeadership() {
        recorded(
                new CommitmentCompletionClaimed(ID, COMMITTEE, "All settled", EVIDENCE, List.of(), NOW),
                when(given(committed()), CLAIM, CHAIR));
    }

    @Test
    void claimingAgainChangesNothing() {
        unchanged(when(given(committed(), claimed(BEFORE)), CLAIM, OFFICER));
    }

    @Test
    void anotherClaimWaitsForTheVerdictOnTheFirst() {
        var other = new ClaimCompletion(ID, null, "Really all", List.of(), NOW);
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
        recorded(verified(outcome, NOW), when(given(committed(), claimed(BEFORE)), verify(outcome), SECRETARIAT));
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
                        new CommitmentCommand.ReportProgress(ID, null, "Three added", null, List.of(), EVIDENCE, NOW),
                        OFFICER));
    }

    @Test
    void whatWasSentBackCanBeClaimedAgain() {
        recorded(claimed(NOW), when(given(committed(), claimed(BEFORE), sentBack(BEFORE)), CLAIM, OFFICER));
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
        return new VerifyCommitment(ID, outcome, "Seen on the spot", NOW);
    }
}
