package org.dialogue.answers.commitment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.dialogue.answers.commitment.CommitmentCommand.CommitFollowUp;
import org.dialogue.events.commitment.CommitmentEvent.FollowUpCommitted;
import org.dialogue.events.commitment.CommittedBy;
import org.dialogue.events.commitment.Measure;
import org.dialogue.events.commitment.VerifiedOutcome;
import org.dialogue.events.vocabulary.Due;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.events.vocabulary.QuestionParts;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.commands.HappenedAt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommittingAFollowUpTest extends CommitmentScenario {

    private static final Measure MEASURE = new Measure("cadres", number(127), number(0), number(127));

    @ParameterizedTest
    @ValueSource(strings = {"home-affairs", "peoples-committee"})
    void theHeadOfAnyOfTheBearingBodiesGivesTheWord(String body) {
        recorded(
                event(CommittedBy.BODIES, NOW),
                when(givenNothing(), commit(CommittedBy.BODIES, MEASURE, NOW), actor(body, Role.HEAD)));
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
    @EnumSource(names = {"DELEGATE", "OFFICER", "AUDITOR", "OPERATOR", "SYSTEM"})
    void nobodyElseCommits(Role role) {
        notPermitted(when(givenNothing(), commit(CommittedBy.BODIES, MEASURE, NOW), actor("home-affairs", role)));
    }

    @Test
    void committingAgainChangesNothingEvenLater() {
        unchanged(when(
                given(committed(), progress("100 left", 100, List.of(), BEFORE)),
                commit(CommittedBy.BODIES, MEASURE, LATER),
                HEAD));
    }

    @Test
    void committingAgainAfterTheVerdictChangesNothing() {
        unchanged(when(
                given(committed(), verified(VerifiedOutcome.NOT_IMPLEMENTED, BEFORE)),
                commit(CommittedBy.BODIES, MEASURE, LATER),
                HEAD));
    }

    @Test
    void anIdCannotStandForTwoCommitments() {
        refusedBy("same-commitment", when(given(committed()), commit(CommittedBy.BODIES, null, BEFORE), HEAD));
    }

    /** Whoever could not promise this under a free id does not learn that the id is taken. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void thatAnIdIsTakenIsToldLast(boolean taken) {
        FollowUpCommitted other = committed(CommittedBy.BODIES, null, BEFORE);
        Supplier<TestExecutor<Commitment>> given = () -> taken ? given(committed()) : givenNothing();
        notPermitted(when(given.get(), commit(other, now()), STRANGER));
        invalid("subjects[0].question", "unknown-reference", when(given.get(), promise(PROGRAMME, "p9"), HEAD));
        invalid("subjects[0].question", "same-programme", when(given.get(), promise(PROGRAMME, "p0"), HEAD));
        refusedBy("programme-stage", when(given.get(), promise(PAST, "p0"), HEAD));
        invalid(
                "happenedAt",
                "not-before-predecessor",
                when(given.get(), commit(other, HappenedAt.given(RAISED.minusSeconds(1))), HEAD));
    }

    @Test
    void thePromiseAtAnotherTimeIsAnotherPromise() {
        refusedBy("same-commitment", when(given(committed()), commit(committed(), HappenedAt.given(NOW)), HEAD));
    }

    @Test
    void nothingNewBeginsInAnArchivedProgramme() {
        refusedBy("programme-stage", when(givenNothing(), promise(PAST, "p0"), HEAD));
    }

    @Test
    void aPromiseFollowsFromWhatWasAsked() {
        var early = commit(committed(), HappenedAt.given(RAISED.minusSeconds(1)));
        invalid("happenedAt", "not-before-predecessor", when(givenNothing(), early, HEAD));
    }

    @Test
    void aPromiseIsNotDueBeforeItIsMadeNorWhenNobodyRemembersIt() {
        invalid("due.date", "not-before-promise", dueBy("2023-11-30"));
        invalid("due.date", "too-far-ahead", dueBy("2206-01-01"));
        invalid("due.date", "too-far-ahead", dueBy("+12345-01-01"));
    }

    private static ResultValidator<Commitment> dueBy(String day) {
        FollowUpCommitted like = committed();
        var command = new CommitFollowUp(
                ID,
                PROGRAMME,
                like.subjects(),
                CommittedBy.BODIES,
                like.bodies(),
                null,
                like.text(),
                Due.by(LocalDate.parse(day)),
                null,
                List.of(),
                null,
                now());
        return when(givenNothing(), command, HEAD);
    }

    private static CommitFollowUp promise(ProgrammeId programme, String question) {
        FollowUpCommitted like = committed();
        return new CommitFollowUp(
                ID,
                programme,
                List.of(new QuestionParts(new QuestionId(question), List.of())),
                CommittedBy.BODIES,
                like.bodies(),
                null,
                like.text(),
                like.due(),
                null,
                List.of(),
                null,
                now());
    }

    private static FollowUpCommitted event(CommittedBy committedBy, Instant at) {
        return committed(committedBy, MEASURE, at);
    }

    private static CommitFollowUp commit(CommittedBy committedBy, Measure measure, Instant at) {
        return commit(committed(committedBy, measure, at), HappenedAt.filledIn(at));
    }

    private static CommitFollowUp commit(FollowUpCommitted like, HappenedAt at) {
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
                at);
    }
}
