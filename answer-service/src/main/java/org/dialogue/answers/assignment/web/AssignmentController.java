package org.dialogue.answers.assignment.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dialogue.answers.assignment.AssignmentCommand.AcceptAssignment;
import org.dialogue.answers.assignment.AssignmentCommand.GiveHoldingAnswer;
import org.dialogue.answers.assignment.AssignmentCommand.ReturnAssignment;
import org.dialogue.answers.assignment.AssignmentList;
import org.dialogue.answers.assignment.AssignmentReading;
import org.dialogue.answers.assignment.AssignmentState;
import org.dialogue.answers.assignment.AssignmentStatus;
import org.dialogue.answers.assignment.ListedAssignment;
import org.dialogue.answers.edge.HostCalendar;
import org.dialogue.answers.edge.OccasionInput;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.commands.CommandDispatch;
import org.dialogue.kit.commands.ETags;
import org.dialogue.kit.commands.Receipt;
import org.dialogue.kit.history.Recorded;
import org.dialogue.kit.paging.Page;
import org.dialogue.kit.rules.Findings;
import org.dialogue.kit.web.Edge;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Assignments over HTTP: what lies on the desk, and taking it on, handing it back or asking for time. */
@RestController
@RequestMapping("/api/assignments")
class AssignmentController {

    private final CommandDispatch commands;
    private final AssignmentReading assignments;
    private final AssignmentList list;
    private final Edge edge;
    private final HostCalendar calendar;

    AssignmentController(
            CommandDispatch commands,
            AssignmentReading assignments,
            AssignmentList list,
            Edge edge,
            HostCalendar calendar) {
        this.commands = commands;
        this.assignments = assignments;
        this.list = list;
        this.edge = edge;
        this.calendar = calendar;
    }

    @GetMapping
    Page<ListedAssignment> listAssignments(
            @RequestParam @Nullable BodyId body,
            @RequestParam @Nullable AssignmentStatus status,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        Actor actor = edge.caller();
        if (AssignmentReading.readsAll(actor)) {
            return list.page(body, status, cursor, limit);
        }
        return ownBody(actor)
                .filter(own -> body == null || body.equals(own))
                .map(own -> list.page(own, status, cursor, limit))
                .orElseGet(() -> new Page<>(List.of(), null));
    }

    @GetMapping("/{id}")
    ResponseEntity<AssignmentView> showAssignment(@PathVariable AssignmentId id) {
        Recorded<AssignmentState> found = assignments.show(id, edge.caller());
        return ResponseEntity.ok().eTag(ETags.of(found.version())).body(AssignmentView.of(found.state()));
    }

    @PostMapping("/{id}/acceptance")
    ResponseEntity<Void> acceptAssignment(@PathVariable AssignmentId id, @RequestBody OccasionInput input) {
        edge.callerOf(AcceptAssignment.class);
        return done(commands.send(new AcceptAssignment(id, edge.happenedAt(input.happenedAt()))));
    }

    @PostMapping("/{id}/return")
    ResponseEntity<Void> returnAssignment(@PathVariable AssignmentId id, @Valid @RequestBody ReturnInput input) {
        edge.callerOf(ReturnAssignment.class);
        return done(commands.send(
                new ReturnAssignment(id, input.category(), input.text(), edge.happenedAt(input.happenedAt()))));
    }

    @PostMapping("/{id}/holding-answer")
    ResponseEntity<Void> giveHoldingAnswer(
            @PathVariable AssignmentId id, @Valid @RequestBody HoldingAnswerInput input) {
        edge.callerOf(GiveHoldingAnswer.class);
        Instant at = edge.happenedAt(input.happenedAt());
        Findings findings = new Findings();
        findings.require(
                input.expectedOn() == null || !input.expectedOn().isBefore(calendar.dayOf(at)),
                "expectedOn",
                "not-before-answer",
                "the answer cannot be expected before the day of this holding answer");
        findings.refuseIfAny();
        return done(commands.send(new GiveHoldingAnswer(id, input.text(), input.expectedOn(), at)));
    }

    private static Optional<BodyId> ownBody(Actor actor) {
        return actor.hasAnyOf(Role.OFFICER, Role.HEAD)
                ? Optional.ofNullable(actor.body()).map(BodyId::new)
                : Optional.empty();
    }

    private static ResponseEntity<Void> done(Receipt receipt) {
        return ResponseEntity.noContent().eTag(receipt.eTag()).build();
    }
}
