package org.dialogue.answers.commitment;

import java.util.List;
import org.dialogue.answers.commitment.CommitmentCommand.AwaitAuthority;
import org.dialogue.answers.commitment.CommitmentCommand.ResumeCommitment;
import org.dialogue.events.commitment.CommitmentEvent.FollowUpCommitted;
import org.dialogue.events.commitment.CommittedBy;
import org.dialogue.events.commitment.VerifiedOutcome;
import org.dialogue.events.vocabulary.AuthorityId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.events.vocabulary.QuestionParts;
import org.dialogue.kit.commands.HappenedAt;
import org.dialogue.kit.rules.NotFound;
import org.junit.jupiter.api.Test;

class WaitingOnAnAuthorityTest extends CommitmentScenario {

    private static final AwaitAuthority AWAIT = new AwaitAuthority(ID, CENTRAL, "A decree is needed", now());
    private static final ResumeCommitment RESUME = new ResumeCommitment(ID, "The decree is out", now());

    @Test
    void aBodySaysForWhomItWaits() {
        recorded(awaiting(NOW), when(given(committed()), AWAIT, OFFICER));
    }

    @Test
    void theChairSaysSoForTheLeadership() {
        recorded(awaiting(NOW), when(given(committed()), AWAIT, CHAIR));
    }

    @Test
    void whoMayNotReadWhatItFollowsFromHearsThatThereIsNone() {
        FollowUpCommitted like = committed();
        var hidden = new FollowUpCommitted(
                ID,
                PROGRAMME,
                List.of(new QuestionParts(new QuestionId("hidden"), List.of())),
                CommittedBy.BODIES,
                like.bodies(),
                null,
                like.text(),
                like.due(),
                null,
                List.of(),
                null,
                BEFORE);
        when(given(hidden), AWAIT, STRANGER).expectNoEvents().expectException(NotFound.class);
        notPermitted(when(given(committed()), AWAIT, STRANGER));
        recorded(awaiting(NOW), when(given(hidden), AWAIT, OFFICER));
    }

    @Test
    void sayingSoAgainChangesNothing() {
        unchanged(when(given(committed(), awaiting(BEFORE)), AWAIT, OFFICER));
    }

    @Test
    void sayingSoAnotherTimeIsNoRepeat() {
        var again = new AwaitAuthority(ID, CENTRAL, "A decree is needed", HappenedAt.given(NOW));
        refusedBy("not-waiting", when(given(committed(), awaiting(BEFORE)), again, OFFICER));
    }

    @Test
    void theAuthorityMustBeKnown() {
        var command = new AwaitAuthority(ID, new AuthorityId("nobody"), "A decree is needed", now());
        invalid("authority", "unknown-reference", when(given(committed()), command, OFFICER));
    }

    @Test
    void itDoesNotWaitBeforeThePromise() {
        var early = new AwaitAuthority(ID, CENTRAL, "A decree is needed", HappenedAt.given(BEFORE.minusSeconds(1)));
        invalid("happenedAt", "not-before-predecessor", when(given(committed()), early, OFFICER));
    }

    @Test
    void theWaitDoesNotEndBeforeItBegins() {
        var early = new ResumeCommitment(ID, "The decree is out", HappenedAt.given(NOW));
        invalid("happenedAt", "not-before-predecessor", when(given(committed(), awaiting(LATER)), early, OFFICER));
    }

    @Test
    void itCannotWaitOnTwoAuthorities() {
        var other = new AwaitAuthority(ID, CENTRAL, "A circular is needed", now());
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
