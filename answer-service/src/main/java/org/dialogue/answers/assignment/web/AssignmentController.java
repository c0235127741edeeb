package org.dialogue.answers.assignment.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dialogue.access.ReadingPolicy;
import org.dialogue.answers.assignment.AssignmentCommand.AcceptAssignment;
import org.dialogue.answers.assignment.AssignmentCommand.GiveHoldingAnswer;
import org.dialogue.answers.assignment.AssignmentList;
import org.dialogue.answers.assignment.AssignmentReading;
import org.dialogue.answers.assignment.AssignmentStatus;
import org.dialogue.answers.edge.ListFilters;
import org.dialogue.answers.reference.ReferenceDataProjection;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.paging.Page;
import org.dialogue.kit.projections.ListQuery;
import org.dialogue.kit.web.RequestContext;
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

    private final AssignmentDesk desk;
    private final AssignmentReading assignments;
    private final AssignmentList list;
    private final AssignmentViews views;
    private final ReferenceDataProjection knowledge;
    private final RequestContext edge;

    AssignmentController(
            AssignmentDesk desk,
            AssignmentReading assignments,
            AssignmentList list,
            AssignmentViews views,
            ReferenceDataProjection knowledge,
            RequestContext edge) {
        this.desk = desk;
        this.assignments = assignments;
        this.list = list;
        this.views = views;
        this.knowledge = knowledge;
        this.edge = edge;
    }

    /** Values of one filter are alternatives; a body's people see their own. */
    @GetMapping
    Page<ListedAssignment> listAssignments(
            @RequestParam(required = false) @Nullable List<BodyId> body,
            @RequestParam(required = false) @Nullable List<AssignmentStatus> status,
            @RequestParam(required = false) @Nullable List<ProgrammeId> programme,
            @RequestParam(required = false) @Nullable List<QuestionId> question,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        Actor actor = edge.caller();
        ListQuery query = new ListFilters(
                        knowledge, actor, ListQuery.page(cursor, limit).sorted(sort))
                .bodies(AssignmentList.BODY, body)
                .among(AssignmentList.STATUS, status)
                .questions(AssignmentList.QUESTION, question)
                .questionsOf("programme", AssignmentList.QUESTION, programme)
                .query();
        if (!ReadingPolicy.readsEverything(actor)) {
            query = query.visibleBy(new ListQuery.Condition.In(
                    AssignmentList.BODY, ownBody(actor).stream().toList()));
        }
        return list.page(query).map(state -> views.listed(state, actor));
    }

    @GetMapping("/{id}")
    ResponseEntity<AssignmentView> showAssignment(@PathVariable AssignmentId id) {
        Actor reader = edge.caller();
        return views.view(assignments.show(id, reader), reader);
    }

    @PostMapping("/{id}/acceptance")
    ResponseEntity<AssignmentView> acceptAssignment(@PathVariable AssignmentId id, @RequestBody OccasionInput input) {
        return desk.send(new AcceptAssignment(id, edge.when(input.happenedAt())));
    }

    @PostMapping("/{id}/return")
    ResponseEntity<AssignmentView> returnAssignment(
            @PathVariable AssignmentId id, @Valid @RequestBody ReturnInput input) {
        return desk.send(input.asCommand(id, edge.when(input.happenedAt())));
    }

    @PostMapping("/{id}/holding-answer")
    ResponseEntity<AssignmentView> giveHoldingAnswer(
            @PathVariable AssignmentId id, @Valid @RequestBody HoldingAnswerInput input) {
        return desk.send(new GiveHoldingAnswer(id, input.text(), input.expectedOn(), edge.when(input.happenedAt())));
    }

    private static Optional<BodyId> ownBody(Actor actor) {
        return actor.hasAnyOf(Role.OFFICER, Role.HEAD)
                ? Optional.ofNullable(actor.body()).map(BodyId::new)
                : Optional.empty();
    }

    /**
     * A request that says nothing but when.
     *
     * @param happenedAt when it happened; absent for now
     */
    record OccasionInput(@Nullable Instant happenedAt) {}

    /**
     * Why the answer takes longer.
     *
     * @param expectedOn the day by which the body means to answer; not before the day on which it says so
     */
    record HoldingAnswerInput(
            @NotBlank @Size(max = 10_000) String text,
            @Nullable LocalDate expectedOn,
            @Nullable Instant happenedAt) {}
}
