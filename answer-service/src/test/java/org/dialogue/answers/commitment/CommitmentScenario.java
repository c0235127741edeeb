package org.dialogue.answers.commitment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.dialogue.answers.Refusals;
import org.dialogue.answers.reference.BodyReference;
import org.dialogue.answers.reference.ProgrammeReference;
import org.dialogue.answers.reference.QuestionReference;
import org.dialogue.answers.testing.KnownReferences;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentAwaitsAuthority;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentCompletionClaimed;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentProgressReported;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentResumed;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentSentBack;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentVerdictCorrected;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentVerified;
import org.dialogue.events.commitment.CommitmentEvent.FollowUpCommitted;
import org.dialogue.events.commitment.CommittedBy;
import org.dialogue.events.commitment.EvidenceLink;
import org.dialogue.events.commitment.Measure;
import org.dialogue.events.commitment.Milestone;
import org.dialogue.events.commitment.VerifiedOutcome;
import org.dialogue.events.directory.BodyKind;
import org.dialogue.events.question.Direction;
import org.dialogue.events.question.QuestionPart;
import org.dialogue.events.question.Visibility;
import org.dialogue.events.vocabulary.AuthorityId;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.CommitmentId;
import org.dialogue.events.vocabulary.Due;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.events.vocabulary.QuestionParts;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.commands.HappenedAt;
import org.dialogue.kit.rules.HostCalendar;
import org.dialogue.kit.rules.NotPermitted;
import org.dialogue.kit.testing.Fixtures;

/** A commitment of Home Affairs and the People's Committee, its people, and what may have happened to it before. */
abstract class CommitmentScenario {

    static final CommitmentId ID = new CommitmentId("c8");
    static final BodyId HOME_AFFAIRS = new BodyId("home-affairs");
    static final BodyId COMMITTEE = new BodyId("peoples-committee");
    static final AuthorityId CENTRAL = new AuthorityId("central");
    static final Instant BEFORE = Instant.parse("2023-07-14T02:00:00Z");
    static final Instant NOW = Instant.parse("2023-12-01T02:00:00Z");
    static final Instant LATER = Instant.parse("2024-02-01T02:00:00Z");
    static final List<EvidenceLink> EVIDENCE = List.of(new EvidenceLink("The list", "https://example.org/list"));

    static final ProgrammeId PROGRAMME = new ProgrammeId("2023");
    static final ProgrammeId NEXT = new ProgrammeId("2024");
    static final ProgrammeId PAST = new ProgrammeId("2022");
    static final Instant RAISED = Instant.parse("2023-07-01T02:00:00Z");

    static final Actor OFFICER = actor("home-affairs", Role.OFFICER);
    static final Actor HEAD = actor("home-affairs", Role.HEAD);
    static final Actor CHAIR = actor(null, Role.CHAIR);
    static final Actor SECRETARIAT = actor(null, Role.SECRETARIAT);
    static final Actor STRANGER = actor("provincial-police", Role.HEAD);

    static Actor actor(String body, Role role) {
        return new Actor("somebody", "somebody", "office", null, body, Set.of(role), null);
    }

    static TestExecutor<Commitment> given(Object... events) {
        return fixture().given(events);
    }

    static TestExecutor<Commitment> givenNothing() {
        return fixture().givenNoPriorActivity();
    }

    static ResultValidator<Commitment> when(TestExecutor<Commitment> given, Object command, Actor actor) {
        return given.when(command, Fixtures.by(actor));
    }

    static void recorded(Object event, ResultValidator<Commitment> result) {
        result.expectSuccessfulHandlerExecution().expectEvents(event);
    }

    static void unchanged(ResultValidator<Commitment> result) {
        result.expectSuccessfulHandlerExecution().expectNoEvents();
    }

    static void refusedBy(String rule, ResultValidator<Commitment> result) {
        result.expectNoEvents().expectException(Refusals.refusal(rule));
    }

    static void notPermitted(ResultValidator<Commitment> result) {
        result.expectNoEvents().expectException(NotPermitted.class);
    }

    static FollowUpCommitted committed() {
        return committed(CommittedBy.BODIES, new Measure("cadres", number(127), number(0), number(127)), BEFORE);
    }

    static FollowUpCommitted committed(CommittedBy committedBy, Measure measure, Instant at) {
        return new FollowUpCommitted(
                ID,
                PROGRAMME,
                List.of(new QuestionParts(new QuestionId("p1"), List.of(1))),
                committedBy,
                List.of(HOME_AFFAIRS, COMMITTEE),
                null,
                "Settle the redundant cadres",
                Due.noneSet(),
                measure,
                List.of(
                        new Milestone("half", "Half of them settled", Due.by(LocalDate.parse("2024-06-30"))),
                        new Milestone("all", "All of them settled", Due.noneSet())),
                null,
                at);
    }

    static CommitmentProgressReported progress(String text, Integer measured, List<String> milestones, Instant at) {
        return new CommitmentProgressReported(
                ID, HOME_AFFAIRS, text, measured == null ? null : number(measured), milestones, EVIDENCE, at);
    }

    static CommitmentAwaitsAuthority awaiting(Instant at) {
        return new CommitmentAwaitsAuthority(ID, CENTRAL, "A decree is needed", at);
    }

    static CommitmentResumed resumed(Instant at) {
        return new CommitmentResumed(ID, "The decree is out", at);
    }

    static CommitmentCompletionClaimed claimed(Instant at) {
        return new CommitmentCompletionClaimed(ID, HOME_AFFAIRS, "All settled", EVIDENCE, List.of(), at);
    }

    static CommitmentSentBack sentBack(Instant at) {
        return new CommitmentSentBack(ID, "Three are missing from the list", at);
    }

    static CommitmentVerified verified(VerifiedOutcome outcome, Instant at) {
        return new CommitmentVerified(ID, outcome, "Seen on the spot", List.of(), at);
    }

    static CommitmentVerdictCorrected corrected(VerifiedOutcome outcome, String text, Instant at) {
        return new CommitmentVerdictCorrected(ID, outcome, text, "Another village was meant", at);
    }

    /** The milestones of {@link #committed()}, while none was reported as reached. */
    static CommitmentCompletionClaimed claimedWithoutMilestones(Instant at) {
        return new CommitmentCompletionClaimed(ID, HOME_AFFAIRS, "All settled", EVIDENCE, List.of("half", "all"), at);
    }

    /** Commands say nothing about when, unless a test is about that. */
    static HappenedAt now() {
        return HappenedAt.filledIn(NOW);
    }

    static HappenedAt later() {
        return HappenedAt.filledIn(LATER);
    }

    static void invalid(String field, String rule, ResultValidator<Commitment> result) {
        result.expectNoEvents().expectException(Refusals.invalid(field, rule));
    }

    private static QuestionReference question(String id, ProgrammeId programme) {
        return new QuestionReference(
                new QuestionId(id),
                programme,
                Direction.TO_LEADERSHIP,
                new PersonReference(new PersonId("asker"), "Chair", new UnitId("dien-lam"), null, "0".repeat(64)),
                new UnitId("dien-lam"),
                "What about it?",
                List.of(new QuestionPart(1, "This part", List.of())),
                List.of(),
                new Visibility(Visibility.Kind.INTERNAL, List.of()),
                RAISED,
                null);
    }

    static BigDecimal number(long value) {
        return BigDecimal.valueOf(value);
    }

    private static FixtureConfiguration<Commitment> fixture() {
        return Fixtures.of(Commitment.class)
                .registerInjectableResource(new HostCalendar(ZoneId.of("Asia/Ho_Chi_Minh")))
                .registerInjectableResource(new KnownReferences()
                        .with(new BodyReference(HOME_AFFAIRS, BodyKind.DEPARTMENT, null))
                        .with(new BodyReference(COMMITTEE, BodyKind.LEADERSHIP, null))
                        .with(new ProgrammeReference(PROGRAMME, null, ProgrammeReference.Stage.HELD))
                        .with(new ProgrammeReference(NEXT, null, ProgrammeReference.Stage.OPEN))
                        .with(new ProgrammeReference(PAST, null, ProgrammeReference.Stage.ARCHIVED))
                        .with(CENTRAL)
                        .with(question("p1", PROGRAMME))
                        .with(question("p0", PAST)));
    }
}
