package org.dialogue.answers.commitment;

import java.time.Instant;
import org.dialogue.answers.commitment.CommitmentCommand.CommitFollowUp;
import org.dialogue.events.commitment.CommitmentEvent.FollowUpCommitted;
import org.dialogue.events.commitment.CommittedBy;
import org.dialogue.events.commitment.Measure;
import org.dialogue.events.commitment.VerifiedOutcome;
import org.dialogue.kit.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommittingAFollowUpTest extends CommitmentScenario {

    private static final Measure MEASURE = new Measure("cadres", number(127), number(0), number(127));

    @ParameterizedTest
    @ValueSource(strings = {"home-affairs", "peoples-committee"})
    void anyOfTheBearingBodiesGivesTheWord(String body) {
        recorded(
                event(CommittedBy.BODIES, NOW),
                when(givenNothing(), commit(CommittedBy.BODIES, MEASURE, NOW), actor(body, Role.OFFICER)));
    }

    @Test
    void theChairCommitsTheLeadership() {
        recorded(
                event(CommittedBy.LEADERSHIP, NOW),
                when(givenNothing(), commit(CommittedBy.LEADERSHIP, MEASURE, NOW), CHAIR));
    }

    @ParameterizedTest
    @EnumSource
    void theSecretariatRecordsWhatWasSaidAtTheSession(CommittedBy committedBy) {
        recorded(event(committedBy, NOW), when(givenNothing(), commit(committedBy, MEASURE, NOW), SECRETARIAT));
    }

    @Test
    void aBodyCannotCommitOthers() {
        notPermitted(when(givenNothing(), commit(CommittedBy.BODIES, MEASURE, NOW), STRANGER));
    }

    @Test
    void aBodyCannotCommitTheLeadership() {
        notPermitted(
                when(givenNothing(), commit(CommittedBy.LEADERSHIP, MEASURE, NOW), actor("home-affairs", Role.HEAD)));
    }

    @Test
    void theChairCannotCommitABody() {
        notPermitted(when(givenNothing(), commit(CommittedBy.BODIES, MEASURE, NOW), CHAIR));
    }

    @ParameterizedTest
    @EnumSource(names = {"DELEGATE", "AUDITOR", "OPERATOR", "SYSTEM"})
    void nobodyElseCommits(Role role) {
        notPermitted(when(givenNothing(), commit(CommittedBy.BODIES, MEASURE, NOW), actor("home-affairs", role)));
    }

    @Test
    void committingAgainChangesNothingEvenLater() {
        unchanged(when(
                given(committed(), progress("100 left", 100, java.util.List.of(), BEFORE)),
                commit(CommittedBy.BODIES, MEASURE, LATER),
                OFFICER));
    }

    @Test
    void committingAgainAfterTheVerdictChangesNothing() {
        unchanged(when(
                given(committed(), verified(VerifiedOutcome.NOT_IMPLEMENTED, BEFORE)),
                commit(CommittedBy.BODIES, MEASURE, LATER),
                OFFICER));
    }

    @Test
    void anIdCannotStandForTwoCommitments() {
        refusedBy("same-commitment", when(given(committed()), commit(CommittedBy.BODIES, null, BEFORE), OFFICER));
    }

    private static FollowUpCommitted event(CommittedBy committedBy, Instant at) {
        return committed(committedBy, MEASURE, at);
    }

    private static CommitFollowUp commit(CommittedBy committedBy, Measure measure, Instant at) {
        FollowUpCommitted like = committed(committedBy, measure, at);
        return new CommitFollowUp(
                like.commitmentId(),
                like.programmeId(),
                like.subjects(),
                like.committedBy(),
                like.bodies(),
                like.assignedBy(),
                like.text(),
                like.due(),
                like.measure(),
                like.milestones(),
                like.source(),
                like.happenedAt());
    }
}
