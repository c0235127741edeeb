package org.dialogue.answers.commitment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.dialogue.answers.commitment.CommitmentCommand.AwaitAuthority;
import org.dialogue.answers.commitment.CommitmentCommand.ClaimCompletion;
import org.dialogue.answers.commitment.CommitmentCommand.CommitFollowUp;
import org.dialogue.answers.commitment.CommitmentCommand.ReportProgress;
import org.dialogue.answers.commitment.CommitmentCommand.ResumeCommitment;
import org.dialogue.answers.commitment.CommitmentCommand.SendBackCommitment;
import org.dialogue.answers.commitment.CommitmentCommand.VerifyCommitment;
import org.dialogue.events.commitment.CommitmentEvent;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentAwaitsAuthority;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentCompletionClaimed;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentProgressReported;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentResumed;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentSentBack;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentVerified;
import org.dialogue.events.commitment.CommitmentEvent.FollowUpCommitted;
import org.dialogue.events.commitment.Milestone;
import org.dialogue.events.commitment.VerifiedOutcome;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.CommitmentId;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.rules.Findings;

/** A promised follow-up. It ends only by the secretariat's verdict. */
@Aggregate(type = "commitment")
@SuppressWarnings("NullAway.Init") // the first event sets both
class Commitment {

    @AggregateIdentifier
    private CommitmentId id;

    private CommitmentState state;

    Commitment() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CommitFollowUp command, Actor actor) {
        Spokesperson.requireMayCommit(actor, command.committedBy(), command.bodies());
        Function<Instant, FollowUpCommitted> event = at -> new FollowUpCommitted(
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
        if (state == null) {
            apply(event.apply(command.happenedAt()));
        } else {
            CommitmentRule.SAME_COMMITMENT.require(
                    event.apply(state.committed().happenedAt()).equals(state.committed()));
        }
    }

    @CommandHandler
    void handle(ReportProgress command, Actor actor, LeadershipBodies leadership) {
        BodyId body =
                new Spokesperson(actor, leadership).bodyAmong(state.committed().bodies(), command.body());
        var event = new CommitmentProgressReported(
                id,
                body,
                command.text(),
                command.measured(),
                command.reachedMilestones(),
                command.evidence(),
                command.happenedAt());
        if (state.reports().contains(event)) {
            return;
        }
        requireUnderWay();
        CommitmentRule.HAS_MEASURE.require(
                command.measured() == null || state.committed().measure() != null);
        requireKnownMilestones(command.reachedMilestones());
        CommitmentRule.MILESTONE_NOT_REACHED.require(
                command.reachedMilestones().stream().noneMatch(state.reachedMilestones()::contains));
        apply(event);
    }

    @CommandHandler
    void handle(AwaitAuthority command, Actor actor, LeadershipBodies leadership) {
        new Spokesperson(actor, leadership).bodyAmong(state.committed().bodies(), null);
        unlessRepeated(
                at -> new CommitmentAwaitsAuthority(id, command.authority(), command.text(), at),
                command.happenedAt(),
                () -> {
                    requireUnderWay();
                    CommitmentRule.NOT_WAITING.require(state.status() != CommitmentStatus.WAITING);
                });
    }

    @CommandHandler
    void handle(ResumeCommitment command, Actor actor, LeadershipBodies leadership) {
        new Spokesperson(actor, leadership).bodyAmong(state.committed().bodies(), null);
        unlessRepeated(
                at -> new CommitmentResumed(id, command.text(), at),
                command.happenedAt(),
                () -> CommitmentRule.WAITING.require(state.status() == CommitmentStatus.WAITING));
    }

    @CommandHandler
    void handle(ClaimCompletion command, Actor actor, LeadershipBodies leadership) {
        BodyId body =
                new Spokesperson(actor, leadership).bodyAmong(state.committed().bodies(), command.body());
        unlessRepeated(
                at -> new CommitmentCompletionClaimed(id, body, command.text(), command.evidence(), List.of(), at),
                command.happenedAt(),
                () -> {
                    requireUnderWay();
                    CommitmentRule.NOT_WAITING.require(state.status() != CommitmentStatus.WAITING);
                });
    }

    @CommandHandler
    void handle(VerifyCommitment command) {
        unlessRepeated(
                at -> new CommitmentVerified(id, command.outcome(), command.text(), List.of(), at),
                command.happenedAt(),
                () -> {
                    CommitmentRule.NOT_ENDED.require(!state.status().isFinal());
                    CommitmentRule.CLAIMED.require(command.outcome() == VerifiedOutcome.NOT_IMPLEMENTED
                            || state.status() == CommitmentStatus.CLAIMED);
                });
    }

    @CommandHandler
    void handle(SendBackCommitment command) {
        unlessRepeated(
                at -> new CommitmentSentBack(id, command.reason(), at),
                command.happenedAt(),
                () -> CommitmentRule.CLAIMED.require(state.status() == CommitmentStatus.CLAIMED));
    }

    private void unlessRepeated(Function<Instant, CommitmentEvent> event, Instant happenedAt, Runnable rules) {
        if (!event.apply(state.last().happenedAt()).equals(state.last())) {
            rules.run();
            apply(event.apply(happenedAt));
        }
    }

    private void requireUnderWay() {
        CommitmentRule.NOT_ENDED.require(!state.status().isFinal());
        CommitmentRule.NOT_CLAIMED.require(state.status() != CommitmentStatus.CLAIMED);
    }

    private void requireKnownMilestones(List<String> reached) {
        List<String> known =
                state.committed().milestones().stream().map(Milestone::id).toList();
        Findings findings = new Findings();
        for (int i = 0; i < reached.size(); i++) {
            findings.require(
                    known.contains(reached.get(i)),
                    "reachedMilestones[" + i + "]",
                    "unknown-reference",
                    "there is no milestone " + reached.get(i));
        }
        findings.refuseIfAny();
    }

    @EventSourcingHandler
    void on(CommitmentEvent event) {
        id = event.commitmentId();
        state = CommitmentState.after(state, event);
    }
}
