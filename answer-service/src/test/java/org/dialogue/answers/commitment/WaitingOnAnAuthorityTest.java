package org.dialogue.answers.commitment;

import org.dialogue.answers.commitment.CommitmentCommand.AwaitAuthority;
import org.dialogue.answers.commitment.CommitmentCommand.ResumeCommitment;
import org.dialogue.events.commitment.VerifiedOutcome;
import org.dialogue.events.vocabulary.AuthorityId;
import org.junit.jupiter.api.Test;

class WaitingOnAnAuthorityTest extends CommitmentScenario {

    private static final AwaitAuthority AWAIT = new AwaitAuthority(ID, CENTRAL, "A decree is needed", NOW);
    private static final ResumeCommitment RESUME = new ResumeCommitment(ID, "The decree is out", NOW);

    @Test
    void aBodySaysForWhomItWaits() {
        recorded(awaiting(NOW), when(given(committed()), AWAIT, OFFICER));
    }

    @Test
    void theChairSaysSoForTheLeadership() {
        recorded(awaiting(NOW), when(given(committed()), AWAIT, CHAIR));
    }

    @Test
    void sayingSoAgainChangesNothing() {
        unchanged(when(given(committed(), awaiting(BEFORE)), AWAIT, OFFICER));
    }

    @Test
    void itCannotWaitOnTwoAuthorities() {
        var other = new AwaitAuthority(ID, new AuthorityId("ministry"), "A circular is needed", NOW);
        refusedBy("not-waiting", when(given(committed(), awaiting(BEFORE)), other, OFFICER));
    }

    @Test
    void whatIsClaimedToBeCompleteDoesNotWait() {
        refusedBy("not-claimed", when(given(committed(), claimed(BEFORE)), AWAIT, OFFICER));
    }

    @Test
    void whatHasEndedDoesNotWait() {
        refusedBy(
                "not-ended",
                when(given(committed(), verified(VerifiedOutcome.NOT_IMPLEMENTED, BEFORE)), AWAIT, OFFICER));
    }

    @Test
    void anotherBodyCannotSaySo() {
        notPermitted(when(given(committed()), AWAIT, STRANGER));
    }

    @Test
    void theSecretariatCannotSaySo() {
        notPermitted(when(given(committed()), AWAIT, SECRETARIAT));
    }

    @Test
    void theWaitEnds() {
        recorded(resumed(NOW), when(given(committed(), awaiting(BEFORE)), RESUME, OFFICER));
    }

    @Test
    void resumingAgainChangesNothing() {
        unchanged(when(given(committed(), awaiting(BEFORE), resumed(BEFORE)), RESUME, OFFICER));
    }

    @Test
    void itCanWaitAgain() {
        recorded(awaiting(NOW), when(given(committed(), awaiting(BEFORE), resumed(BEFORE)), AWAIT, OFFICER));
    }

    @Test
    void whatDoesNotWaitCannotBeResumed() {
        refusedBy("waiting", when(given(committed()), RESUME, OFFICER));
    }

    @Test
    void whatEndedWhileWaitingCannotBeResumed() {
        refusedBy(
                "waiting",
                when(
                        given(committed(), awaiting(BEFORE), verified(VerifiedOutcome.NOT_IMPLEMENTED, BEFORE)),
                        RESUME,
                        OFFICER));
    }

    @Test
    void anotherBodyCannotResume() {
        notPermitted(when(given(committed(), awaiting(BEFORE)), RESUME, STRANGER));
    }
}
