package org.dialogue.answers.commitment.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.dialogue.answers.commitment.CommitmentCommand;
import org.dialogue.answers.commitment.CommitmentCommand.AwaitAuthority;
import org.dialogue.answers.commitment.CommitmentCommand.CarryCommitmentOver;
import org.dialogue.answers.commitment.CommitmentCommand.CommitFollowUp;
import org.dialogue.answers.commitment.CommitmentCommand.ResumeCommitment;
import org.dialogue.answers.commitment.CommitmentCommand.SendBackCommitment;
import org.dialogue.answers.commitment.CommitmentList;
import org.dialogue.answers.commitment.CommitmentReading;
import org.dialogue.answers.commitment.CommitmentState;
import org.dialogue.answers.commitment.CommitmentStatus;
import org.dialogue.answers.edge.ListFilters;
import org.dialogue.answers.reference.ReferenceDataProjection;
import org.dialogue.events.vocabulary.AuthorityId;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.CommitmentId;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.commands.CommandDispatch;
import org.dialogue.kit.commands.ETags;
import org.dialogue.kit.history.Versioned;
import org.dialogue.kit.paging.Page;
import org.dialogue.kit.projections.ListQuery;
import org.dialogue.kit.projections.ListQuery.Condition;
import org.dialogue.kit.rules.HostCalendar;
import org.dialogue.kit.web.Ids;
import org.dialogue.kit.web.RequestContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Commitments over HTTP. Every POST takes an Idempotency-Key, and If-Match where it names a commitment. */
@RestController
@RequestMapping("/api/commitments")
class CommitmentController {

    private final CommandDispatch commands;
    private final CommitmentReading commitments;
    private final CommitmentList list;
    private final ReferenceDataProjection knowledge;
    private final RequestContext edge;
    private final Ids ids;
    private final HostCalendar calendar;
    private final Clock clock;

    CommitmentController(
            CommandDispatch commands,
            CommitmentReading commitments,
            CommitmentList list,
            ReferenceDataProjection knowledge,
            RequestContext edge,
            Ids ids,
            HostCalendar calendar,
            Clock clock) {
        this.commands = commands;
        this.commitments = commitments;
        this.list = list;
        this.knowledge = knowledge;
        this.edge = edge;
        this.ids = ids;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * Values of one filter are alternatives.
     *
     * @param dueBefore only those with a due day before this one
     * @param late only those past their due day that nobody has claimed to be complete, or only the others
     */
    @GetMapping
    Page<CommitmentView> listCommitments(
            @RequestParam(required = false) @Nullable List<CommitmentStatus> status,
            @RequestParam(required = false) @Nullable List<ProgrammeId> programme,
            @RequestParam(required = false) @Nullable List<BodyId> body,
            @RequestParam(required = false) @Nullable List<QuestionId> question,
            @RequestParam(required = false) @Nullable LocalDate dueBefore,
            @RequestParam(required = false) @Nullable Boolean late,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        Actor reader = edge.caller();
        ListQuery query = new ListFilters(
                        knowledge, reader, ListQuery.page(cursor, limit).sorted(sort))
                .among(CommitmentList.STATUS, status)
                .programmes(CommitmentList.PROGRAMME, programme)
                .bodies(CommitmentList.BODY, body)
                .questions(CommitmentList.QUESTION, question)
                .query();
        if (dueBefore != null) {
            query = query.where(new Condition.Between(CommitmentList.DUE, null, dueBefore));
        }
        if (late != null) {
            query = query.where(late ? overdue() : notOverdue());
        }
        return list.page(query, reader).map(CommitmentView::of);
    }

    private Condition overdue() {
        return new Condition.AllOf(List.of(
                new Condition.In(CommitmentList.STATUS, CommitmentStatus.UNDER_WAY),
                new Condition.Between(CommitmentList.DUE, null, today())));
    }

    private Condition notOverdue() {
        return new Condition.AnyOf(List.of(
                new Condition.In(
                        CommitmentList.STATUS,
                        List.of(
                                CommitmentStatus.CLAIMED,
                                CommitmentStatus.IMPLEMENTED,
                                CommitmentStatus.NOT_IMPLEMENTED)),
                new Condition.Is(CommitmentList.DUE, null),
                new Condition.Between(CommitmentList.DUE, today(), null)));
    }

    private LocalDate today() {
        return calendar.dayOf(clock.instant());
    }

    @GetMapping("/{id}")
    ResponseEntity<CommitmentView> showCommitment(@PathVariable CommitmentId id) {
        return view(commitments.show(id, edge.caller()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CommitmentView> commitFollowUp(@Valid @RequestBody CommitmentInput input) {
        Actor actor = edge.callerOf(CommitFollowUp.class);
        CommitmentId id = input.commitmentId() == null ? new CommitmentId(ids.next()) : input.commitmentId();
        CommitFollowUp command = input.asCommand(id, edge.when(input.happenedAt()));
        WhoseWord.recordedBy(actor, command)
                .ifPresentOrElse(whose -> commands.sendFor(whose, command), () -> commands.send(command));
        Versioned<CommitmentState> made = commitments.show(id, actor);
        return ResponseEntity.created(URI.create("/api/commitments/" + id.value()))
                .eTag(ETags.of(made.version()))
                .body(CommitmentView.of(made.state()));
    }

    @PostMapping("/{id}/progress")
    ResponseEntity<CommitmentView> reportProgress(
            @PathVariable CommitmentId id, @Valid @RequestBody ProgressInput input) {
        return send(input.asCommand(id, edge.when(input.happenedAt())));
    }

    @PostMapping("/{id}/waiting")
    ResponseEntity<CommitmentView> awaitAuthority(
            @PathVariable CommitmentId id, @Valid @RequestBody WaitingInput input) {
        return send(new AwaitAuthority(id, input.authority(), input.text(), edge.when(input.happenedAt())));
    }

    @PostMapping("/{id}/resumption")
    ResponseEntity<CommitmentView> resumeCommitment(
            @PathVariable CommitmentId id, @Valid @RequestBody ResumptionInput input) {
        return send(new ResumeCommitment(id, input.text(), edge.when(input.happenedAt())));
    }

    @PostMapping("/{id}/completion")
    ResponseEntity<CommitmentView> claimCompletion(
            @PathVariable CommitmentId id, @Valid @RequestBody CompletionInput input) {
        return send(input.asCommand(id, edge.when(input.happenedAt())));
    }

    @PostMapping("/{id}/verification")
    ResponseEntity<CommitmentView> verifyCommitment(
            @PathVariable CommitmentId id, @Valid @RequestBody VerificationInput input) {
        return send(input.asCommand(id, edge.when(input.happenedAt())));
    }

    @PostMapping("/{id}/verification/correction")
    ResponseEntity<CommitmentView> correctVerdict(
            @PathVariable CommitmentId id, @Valid @RequestBody VerdictCorrectionInput input) {
        return send(input.asCommand(id, edge.when(input.happenedAt())));
    }

    @PostMapping("/{id}/sending-back")
    ResponseEntity<CommitmentView> sendBackCommitment(
            @PathVariable CommitmentId id, @Valid @RequestBody SendingBackInput input) {
        return send(new SendBackCommitment(id, input.reason(), edge.when(input.happenedAt())));
    }

    @PostMapping("/{id}/carry-over")
    ResponseEntity<CommitmentView> carryCommitmentOver(
            @PathVariable CommitmentId id, @Valid @RequestBody CarryOverInput input) {
        return send(new CarryCommitmentOver(id, input.programmeId(), input.reason(), edge.when(input.happenedAt())));
    }

    /** Asked before the command is sent, so that no condition on its version tells of a commitment that is hidden. */
    private ResponseEntity<CommitmentView> send(CommitmentCommand command) {
        Actor actor = edge.callerOf(command.getClass());
        commitments.show(command.commitmentId(), actor);
        commands.send(command);
        return view(commitments.show(command.commitmentId(), actor));
    }

    private static ResponseEntity<CommitmentView> view(Versioned<CommitmentState> commitment) {
        return ResponseEntity.ok().eTag(ETags.of(commitment.version())).body(CommitmentView.of(commitment.state()));
    }

    /**
     * For whom it waits.
     *
     * @param text what the authority has to decide
     */
    record WaitingInput(
            @NotNull AuthorityId authority,
            @NotBlank @Size(max = 10_000) String text,
            @Nullable Instant happenedAt) {}

    /**
     * Why the wait is over.
     *
     * @param text what was decided
     */
    record ResumptionInput(
            @NotBlank @Size(max = 10_000) String text,
            @Nullable Instant happenedAt) {}

    /** Why a claim of completion was not accepted. */
    record SendingBackInput(
            @NotBlank @Size(max = 2000) String reason,
            @Nullable Instant happenedAt) {}

    /**
     * Where a commitment is followed up from now on.
     *
     * @param programmeId another programme, which is not archived
     * @param reason why
     */
    record CarryOverInput(
            @NotNull ProgrammeId programmeId,
            @NotBlank @Size(max = 2000) String reason,
            @Nullable Instant happenedAt) {}
}
