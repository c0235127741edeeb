package org.dialogue.answers.commitment.web;

import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import org.dialogue.answers.commitment.CheckingCommitments;
import org.dialogue.answers.commitment.CommitmentCommand.AwaitAuthority;
import org.dialogue.answers.commitment.CommitmentCommand.ClaimCompletion;
import org.dialogue.answers.commitment.CommitmentCommand.CommitFollowUp;
import org.dialogue.answers.commitment.CommitmentCommand.ReportProgress;
import org.dialogue.answers.commitment.CommitmentCommand.ResumeCommitment;
import org.dialogue.answers.commitment.CommitmentCommand.SendBackCommitment;
import org.dialogue.answers.commitment.CommitmentCommand.VerifyCommitment;
import org.dialogue.answers.commitment.CommitmentReading;
import org.dialogue.answers.commitment.CommitmentState;
import org.dialogue.answers.edge.HostCalendar;
import org.dialogue.events.vocabulary.CommitmentId;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.commands.CommandDispatch;
import org.dialogue.kit.commands.ETags;
import org.dialogue.kit.commands.Receipt;
import org.dialogue.kit.history.Recorded;
import org.dialogue.kit.web.Edge;
import org.dialogue.kit.web.Ids;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commitments over HTTP. Every POST takes an Idempotency-Key, and If-Match where it names a commitment. */
@RestController
@RequestMapping("/api/commitments")
class CommitmentController {

    private final CommandDispatch commands;
    private final CheckingCommitments checks;
    private final CommitmentReading commitments;
    private final Edge edge;
    private final HostCalendar calendar;
    private final Ids ids;

    CommitmentController(
            CommandDispatch commands,
            CheckingCommitments checks,
            CommitmentReading commitments,
            Edge edge,
            HostCalendar calendar,
            Ids ids) {
        this.commands = commands;
        this.checks = checks;
        this.commitments = commitments;
        this.edge = edge;
        this.calendar = calendar;
        this.ids = ids;
    }

    @GetMapping("/{id}")
    ResponseEntity<CommitmentView> showCommitment(@PathVariable CommitmentId id) {
        return view(commitments.show(id, edge.caller()));
    }

    @PostMapping
    ResponseEntity<CommitmentView> commitFollowUp(@Valid @RequestBody CommitmentInput input) {
        Actor actor = edge.callerOf(CommitFollowUp.class);
        Instant at = edge.happenedAt(input.happenedAt());
        CommitmentId id = input.commitmentId() == null ? new CommitmentId(ids.next()) : input.commitmentId();
        CommitFollowUp command = input.asCommand(id, at);
        checks.check(command, actor, calendar.dayOf(at));
        WhoseWord.recordedBy(actor, command)
                .ifPresentOrElse(whose -> commands.sendFor(whose, command), () -> commands.send(command));
        Recorded<CommitmentState> made = commitments.show(id, actor);
        return ResponseEntity.created(URI.create("/api/commitments/" + id.value()))
                .eTag(ETags.of(made.version()))
                .body(CommitmentView.of(made.state()));
    }

    @PostMapping("/{id}/progress")
    ResponseEntity<Void> reportProgress(@PathVariable CommitmentId id, @Valid @RequestBody ProgressInput input) {
        edge.callerOf(ReportProgress.class);
        ReportProgress command = input.asCommand(id, edge.happenedAt(input.happenedAt()));
        checks.check(command);
        return done(commands.send(command));
    }

    @PostMapping("/{id}/waiting")
    ResponseEntity<Void> awaitAuthority(@PathVariable CommitmentId id, @Valid @RequestBody WaitingInput input) {
        edge.callerOf(AwaitAuthority.class);
        AwaitAuthority command =
                new AwaitAuthority(id, input.authority(), input.text(), edge.happenedAt(input.happenedAt()));
        checks.check(command);
        return done(commands.send(command));
    }

    @PostMapping("/{id}/resumption")
    ResponseEntity<Void> resumeCommitment(@PathVariable CommitmentId id, @Valid @RequestBody ResumptionInput input) {
        edge.callerOf(ResumeCommitment.class);
        return done(commands.send(new ResumeCommitment(id, input.text(), edge.happenedAt(input.happenedAt()))));
    }

    @PostMapping("/{id}/completion")
    ResponseEntity<Void> claimCompletion(@PathVariable CommitmentId id, @Valid @RequestBody CompletionInput input) {
        edge.callerOf(ClaimCompletion.class);
        ClaimCompletion command = input.asCommand(id, edge.happenedAt(input.happenedAt()));
        checks.check(command);
        return done(commands.send(command));
    }

    @PostMapping("/{id}/verification")
    ResponseEntity<Void> verifyCommitment(@PathVariable CommitmentId id, @Valid @RequestBody VerificationInput input) {
        edge.callerOf(VerifyCommitment.class);
        return done(commands.send(
                new VerifyCommitment(id, input.outcome(), input.text(), edge.happenedAt(input.happenedAt()))));
    }

    @PostMapping("/{id}/sending-back")
    ResponseEntity<Void> sendBackCommitment(@PathVariable CommitmentId id, @Valid @RequestBody SendingBackInput input) {
        edge.callerOf(SendBackCommitment.class);
        return done(commands.send(new SendBackCommitment(id, input.reason(), edge.happenedAt(input.happenedAt()))));
    }

    private static ResponseEntity<CommitmentView> view(Recorded<CommitmentState> commitment) {
        return ResponseEntity.ok().eTag(ETags.of(commitment.version())).body(CommitmentView.of(commitment.state()));
    }

    private static ResponseEntity<Void> done(Receipt receipt) {
        return ResponseEntity.noContent().eTag(receipt.eTag()).build();
    }
}
