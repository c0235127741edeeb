package org.dialogue.answers.commitment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.dialogue.answers.commitment.CommitmentCommand.AwaitAuthority;
import org.dialogue.answers.commitment.CommitmentCommand.CarryCommitmentOver;
import org.dialogue.answers.commitment.CommitmentCommand.ClaimCompletion;
import org.dialogue.answers.commitment.CommitmentCommand.CommitFollowUp;
import org.dialogue.answers.commitment.CommitmentCommand.CorrectVerdict;
import org.dialogue.answers.commitment.CommitmentCommand.ReportProgress;
import org.dialogue.answers.commitment.CommitmentCommand.ResumeCommitment;
import org.dialogue.answers.commitment.CommitmentCommand.SendBackCommitment;
import org.dialogue.answers.commitment.CommitmentCommand.VerifyCommitment;
import org.dialogue.answers.reference.ProgrammeReference;
import org.dialogue.answers.reference.QuestionReference;
import org.dialogue.answers.reference.ReferenceData;
import org.dialogue.events.commitment.CommitmentEvent;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentAwaitsAuthority;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentCarriedOver;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentCompletionClaimed;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentProgressReported;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentResumed;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentSentBack;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentVerdictCorrected;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentVerified;
import org.dialogue.events.commitment.CommitmentEvent.FollowUpCommitted;
import org.dialogue.events.commitment.Measure;
import org.dialogue.events.commitment.Milestone;
import org.dialogue.events.commitment.VerifiedOutcome;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.CommitmentId;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionParts;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.commands.HappenedAt;
import org.dialogue.kit.rules.Findings;
import org.dialogue.kit.rules.HostCalendar;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.kit.rules.NotFound;
import org.jspecify.annotations.Nullable;

/** A promised follow-up. It ends only by the secretariat's verdict; whatever is owed can be settled in every programme. */
@Aggregate(type = "commitment")
@SuppressWarnings("NullAway.Init") // the first event sets both
class Commitment {

    @AggregateIdentifier
    private CommitmentId id;

    private CommitmentState state;

    Commitment() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CommitFollowUp command, Actor actor, ReferenceData references, HostCalendar calendar) {
        CommitmentPermissions.requireMayCommit(actor, command.committedBy(), command.bodies());
        if (state != null && isCommittedBy(command)) {
            return;
        }
        Findings findings = new Findings();
        LocalDate promisedOn = calendar.dayOf(command.happenedAt().instant());
        new CommitmentReferenceValidator(references).check(command, actor, findings);
        PromiseValidator.checkDue(command.due(), "due", promisedOn, findings);
        PromiseValidator.checkMeasure(command.measure(), findings);
        PromiseValidator.checkMilestones(command.milestones(), command.due(), promisedOn, findings);
        findings.refuseIfAny();
        requireNotArchived(command.programmeId(), references);
        Instant at = command.happenedAt().notBefore(lastRaised(command.subjects(), references));
        // Asked last, so that nobody learns of a taken id who could not have promised this under a free one.
        CommitmentRule.SAME_COMMITMENT.require(state == null);
        apply(event(command, at));
    }

    @CommandHandler
    void handle(ReportProgress command, Actor actor, ReferenceData references) {
        BodyId body = bearingBody(actor, command.body(), references);
        if (repeatsReport(command, body)) {
            return;
        }
        check(command);
        requireUnderWay();
        CommitmentRule.HAS_MEASURE.require(
                command.measured() == null || state.committed().measure() != null);
        CommitmentRule.MILESTONE_NOT_REACHED.require(
                command.reachedMilestones().stream().noneMatch(state.reachedMilestones()::contains));
        apply(event(command, body, command.happenedAt().notBefore(promisedAt())));
    }

    @CommandHandler
    void handle(AwaitAuthority command, Actor actor, ReferenceData references) {
        bearingBody(actor, null, references);
        CommitmentAwaitsAuthority standing = state.awaiting();
        if (standing != null
                && command.happenedAt()
                        .repeats(
                                standing.authority().equals(command.authority())
                                        && standing.text().equals(command.text()),
                                standing.happenedAt())) {
            return;
        }
        Findings findings = new Findings();
        new CommitmentReferenceValidator(references).check(command.authority(), findings);
        findings.refuseIfAny();
        requireUnderWay();
        CommitmentRule.NOT_WAITING.require(state.status() != CommitmentStatus.WAITING);
        apply(new CommitmentAwaitsAuthority(
                id, command.authority(), command.text(), command.happenedAt().notBefore(promisedAt())));
    }

    @CommandHandler
    void handle(ResumeCommitment command, Actor actor, ReferenceData references) {
        bearingBody(actor, null, references);
        boolean repeated = CommitmentState.last(state.resumptions())
                .filter(last -> state.awaiting() == null
                        && command.happenedAt().repeats(last.text().equals(command.text()), last.happenedAt()))
                .isPresent();
        if (repeated) {
            return;
        }
        CommitmentRule.WAITING.require(state.status() == CommitmentStatus.WAITING);
        CommitmentAwaitsAuthority wait = state.awaiting();
        apply(new CommitmentResumed(
                id, command.text(), command.happenedAt().notBefore(wait == null ? promisedAt() : wait.happenedAt())));
    }

    @CommandHandler
    void handle(ClaimCompletion command, Actor actor, ReferenceData references) {
        BodyId body = bearingBody(actor, command.body(), references);
        CommitmentCompletionClaimed standing = state.claim();
        if (standing != null
                && command.happenedAt()
                        .repeats(
                                standing.body().equals(body)
                                        && standing.text().equals(command.text())
                                        && standing.evidence().equals(command.evidence()),
                                standing.happenedAt())) {
            return;
        }
        Findings findings = new Findings();
        PromiseValidator.checkEvidence(command.evidence(), findings);
        findings.refuseIfAny();
        requireUnderWay();
        CommitmentRule.NOT_WAITING.require(state.status() != CommitmentStatus.WAITING);
        apply(new CommitmentCompletionClaimed(
                id,
                body,
                command.text(),
                command.evidence(),
                state.unreachedMilestones(),
                command.happenedAt().notBefore(promisedAt())));
    }

    @CommandHandler
    void handle(VerifyCommitment command) {
        if (repeatsVerdict(command)) {
            return;
        }
        CommitmentRule.NOT_ENDED.require(!state.status().isFinal());
        requireFoundKnowingly(
                command.outcome(), command.unreachedMilestones(), state.status() == CommitmentStatus.CLAIMED);
        apply(new CommitmentVerified(
                id,
                command.outcome(),
                command.text(),
                command.unreachedMilestones(),
                command.happenedAt().notBefore(claimedAt())));
    }

    @CommandHandler
    void handle(SendBackCommitment command) {
        boolean repeated = CommitmentState.last(state.sentBack())
                .filter(last -> state.claim() == null
                        && command.happenedAt().repeats(last.reason().equals(command.reason()), last.happenedAt()))
                .isPresent();
        if (repeated) {
            return;
        }
        CommitmentRule.CLAIMED.require(state.status() == CommitmentStatus.CLAIMED);
        apply(new CommitmentSentBack(id, command.reason(), command.happenedAt().notBefore(claimedAt())));
    }

    @CommandHandler
    void handle(CorrectVerdict command) {
        if (repeatsCorrection(command)) {
            return;
        }
        CommitmentVerified verdict = state.verdict();
        CommitmentRule.ENDED.require(verdict != null);
        VerifiedOutcome outcome = command.outcome();
        CommitmentRule.SOMETHING_CORRECTED.require(outcome == null
                || CommitmentStatus.of(outcome) != state.status()
                || !command.text().equals(textOfVerdict()));
        requireFoundKnowingly(outcome, command.unreachedMilestones(), state.claim() != null);
        apply(new CommitmentVerdictCorrected(
                id,
                outcome,
                command.text(),
                command.reason(),
                command.happenedAt().notBefore(Objects.requireNonNull(verdict).happenedAt())));
    }

    @CommandHandler
    void handle(CarryCommitmentOver command, ReferenceData references) {
        boolean repeated = CommitmentState.last(state.carriedOver())
                .filter(last -> command.happenedAt()
                        .repeats(
                                last.programmeId().equals(command.programmeId())
                                        && last.reason().equals(command.reason()),
                                last.happenedAt()))
                .isPresent();
        if (repeated) {
            return;
        }
        Findings findings = new Findings();
        new CommitmentReferenceValidator(references).check(command.programmeId(), findings);
        findings.refuseIfAny();
        CommitmentRule.NOT_ENDED.require(!state.status().isFinal());
        CommitmentRule.ANOTHER_PROGRAMME.require(!state.programmeId().equals(command.programmeId()));
        requireNotArchived(command.programmeId(), references);
        apply(new CommitmentCarriedOver(
                id,
                state.programmeId(),
                command.programmeId(),
                command.reason(),
                command.happenedAt().notBefore(promisedAt())));
    }

    @EventSourcingHandler
    void on(CommitmentEvent event) {
        id = event.commitmentId();
        state = CommitmentState.after(state, event);
    }

    /** Whoever may not know of the commitment hears of it as of one that does not exist. */
    private BodyId bearingBody(Actor actor, @Nullable BodyId named, ReferenceData references) {
        if (!CommitmentReading.mayRead(state, actor, references)) {
            throw new NotFound("commitment", id.value());
        }
        return new CommitmentPermissions(actor, references)
                .bodyAmong(state.committed().bodies(), named);
    }

    private static void requireNotArchived(ProgrammeId programme, ReferenceData references) {
        CommitmentRule.PROGRAMME_STAGE.require(references
                .programme(programme)
                .filter(known -> known.stage() == ProgrammeReference.Stage.ARCHIVED)
                .isEmpty());
    }

    private static Instant lastRaised(List<QuestionParts> subjects, ReferenceData references) {
        return subjects.stream()
                .flatMap(subject -> references.question(subject.question()).stream())
                .map(QuestionReference::raisedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    private Instant promisedAt() {
        return state.committed().happenedAt();
    }

    private Instant claimedAt() {
        CommitmentCompletionClaimed claim = state.claim();
        return claim == null ? promisedAt() : claim.happenedAt();
    }

    private static FollowUpCommitted event(CommitFollowUp command, Instant at) {
        return new FollowUpCommitted(
                command.commitmentId(),
                command.programmeId(),
                command.subjects(),
                command.committedBy(),
                command.bodies(),
                command.assignedBy(),
                command.text(),
                command.due(),
                command.measure(),
                command.milestones(),
                command.source(),
                at);
    }

    private boolean isCommittedBy(CommitFollowUp command) {
        FollowUpCommitted committed = state.committed();
        return command.happenedAt()
                .repeats(event(command, committed.happenedAt()).equals(committed), committed.happenedAt());
    }

    private CommitmentProgressReported event(ReportProgress command, BodyId body, Instant at) {
        return new CommitmentProgressReported(
                id, body, command.text(), command.measured(), command.reachedMilestones(), command.evidence(), at);
    }

    private boolean repeatsReport(ReportProgress command, BodyId body) {
        HappenedAt at = command.happenedAt();
        return at.given() && state.reports().contains(event(command, body, at.instant()))
                || CommitmentState.last(state.reports())
                        .filter(last -> at.repeats(
                                event(command, body, last.happenedAt()).equals(last), last.happenedAt()))
                        .isPresent();
    }

    private void check(ReportProgress command) {
        Findings findings = new Findings();
        PromiseValidator.checkEvidence(command.evidence(), findings);
        Measure measure = state.committed().measure();
        if (measure != null) {
            PromiseValidator.checkNumber(command.measured(), measure, "measured", findings);
        }
        List<String> known =
                state.committed().milestones().stream().map(Milestone::id).toList();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < command.reachedMilestones().size(); i++) {
            String milestone = command.reachedMilestones().get(i);
            String field = "reachedMilestones[" + i + "]";
            findings.require(
                            known.contains(milestone),
                            field,
                            "unknown-reference.milestone",
                            "the commitment has no milestone " + milestone,
                            milestone)
                    .require(seen.add(milestone), field, "milestone-twice", "name each milestone once");
        }
        findings.refuseIfAny();
    }

    private void requireUnderWay() {
        CommitmentRule.NOT_ENDED.require(!state.status().isFinal());
        CommitmentRule.NOT_CLAIMED.require(state.status() != CommitmentStatus.CLAIMED);
    }

    /** Nothing is found implemented that nobody has claimed, or without knowing what was not reached. */
    private void requireFoundKnowingly(@Nullable VerifiedOutcome outcome, List<String> named, boolean claimed) {
        if (outcome == VerifiedOutcome.IMPLEMENTED) {
            CommitmentRule.CLAIMED.require(claimed);
            CommitmentRule.requireKnown(state.unreachedMilestones(), named);
        } else if (!named.isEmpty()) {
            throw new InvalidInput(
                    "unreachedMilestones",
                    "only-if-implemented",
                    "milestones are named only where the commitment is found implemented in spite of them");
        }
    }

    private boolean repeatsVerdict(VerifyCommitment command) {
        CommitmentVerified standing = state.verdict();
        return standing != null
                && state.status() == CommitmentStatus.of(standing.outcome())
                && command.happenedAt()
                        .repeats(
                                standing.outcome() == command.outcome()
                                        && standing.text().equals(command.text())
                                        && Set.copyOf(standing.unreachedMilestones())
                                                .equals(Set.copyOf(command.unreachedMilestones())),
                                standing.happenedAt());
    }

    /** A correction to the effect that nothing has ended stands until the next verdict. */
    private boolean repeatsCorrection(CorrectVerdict command) {
        return CommitmentState.last(state.corrections())
                .filter(last -> (last.outcome() == null) == (state.verdict() == null))
                .filter(last -> command.happenedAt()
                        .repeats(
                                last.outcome() == command.outcome()
                                        && last.text().equals(command.text())
                                        && last.reason().equals(command.reason()),
                                last.happenedAt()))
                .isPresent();
    }

    private String textOfVerdict() {
        return CommitmentState.last(state.corrections())
                .filter(last -> last.outcome() != null)
                .map(CommitmentVerdictCorrected::text)
                .orElseGet(() -> Objects.requireNonNull(state.verdict()).text());
    }
}
