package org.dialogue.dialogues.programme.web;

import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import org.dialogue.dialogues.programme.ProgrammeCommand;
import org.dialogue.dialogues.programme.ProgrammeCommand.AnnounceProgramme;
import org.dialogue.dialogues.programme.ProgrammeCommand.ArchiveProgramme;
import org.dialogue.dialogues.programme.ProgrammeCommand.ConcludeProgramme;
import org.dialogue.dialogues.programme.ProgrammeCommand.HoldSession;
import org.dialogue.dialogues.programme.ProgrammeCommand.OpenProgramme;
import org.dialogue.dialogues.programme.ProgrammeCommand.RecordFigures;
import org.dialogue.dialogues.programme.ProgrammeCommand.RegisterDelegate;
import org.dialogue.dialogues.programme.ProgrammeList;
import org.dialogue.dialogues.programme.Programmes;
import org.dialogue.dialogues.programme.Stage;
import org.dialogue.dialogues.web.Filters;
import org.dialogue.dialogues.web.Replies;
import org.dialogue.dialogues.web.SourceInput;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.kit.commands.CommandDispatch;
import org.dialogue.kit.commands.HappenedAt;
import org.dialogue.kit.paging.Page;
import org.dialogue.kit.projections.ListQuery;
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

@RestController
@RequestMapping("/api/programmes")
class ProgrammeController {

    private final Programmes programmes;
    private final ProgrammeList list;
    private final CommandDispatch commands;
    private final RequestContext edge;
    private final Ids ids;

    ProgrammeController(
            Programmes programmes, ProgrammeList list, CommandDispatch commands, RequestContext edge, Ids ids) {
        this.programmes = programmes;
        this.list = list;
        this.commands = commands;
        this.edge = edge;
        this.ids = ids;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ProgrammeView> announceProgramme(@RequestBody @Valid ProgrammeRequest.Announcement request) {
        edge.callerOf(AnnounceProgramme.class);
        ProgrammeId id = request.programmeId() == null ? new ProgrammeId(ids.next()) : request.programmeId();
        commands.send(new AnnounceProgramme(
                id,
                request.year(),
                request.title().asName(),
                request.host(),
                request.plannedFor(),
                SourceInput.noteOf(request.source()),
                edge.when(request.happenedAt())));
        return Replies.created("/api/programmes/" + id.value(), showProgramme(id));
    }

    @PostMapping("/{id}/delegates")
    ResponseEntity<ProgrammeView> registerDelegate(
            @PathVariable ProgrammeId id, @RequestBody @Valid ProgrammeRequest.Delegate request) {
        edge.callerOf(RegisterDelegate.class);
        return perform(new RegisterDelegate(id, request.person(), moment(request.happenedAt())));
    }

    @PostMapping("/{id}/opening")
    ResponseEntity<ProgrammeView> openProgramme(
            @PathVariable ProgrammeId id, @RequestBody(required = false) ProgrammeRequest.@Nullable Step request) {
        edge.callerOf(OpenProgramme.class);
        return perform(new OpenProgramme(id, momentOf(request)));
    }

    @PostMapping("/{id}/session")
    ResponseEntity<ProgrammeView> holdSession(
            @PathVariable ProgrammeId id, @RequestBody @Valid ProgrammeRequest.Session request) {
        edge.callerOf(HoldSession.class);
        return perform(new HoldSession(id, request.heldOn(), request.place(), moment(request.happenedAt())));
    }

    @PostMapping("/{id}/figures")
    ResponseEntity<ProgrammeView> recordFigures(
            @PathVariable ProgrammeId id, @RequestBody @Valid ProgrammeRequest.Figures request) {
        edge.callerOf(RecordFigures.class);
        return perform(new RecordFigures(
                id,
                request.figures().stream()
                        .map(ProgrammeRequest.FigureInput::asFigure)
                        .toList(),
                moment(request.happenedAt())));
    }

    @PostMapping("/{id}/conclusion")
    ResponseEntity<ProgrammeView> concludeProgramme(
            @PathVariable ProgrammeId id, @RequestBody @Valid ProgrammeRequest.ProgrammeConclusion request) {
        edge.callerOf(ConcludeProgramme.class);
        return perform(new ConcludeProgramme(id, request.summary(), moment(request.happenedAt())));
    }

    @PostMapping("/{id}/archive")
    ResponseEntity<ProgrammeView> archiveProgramme(
            @PathVariable ProgrammeId id, @RequestBody(required = false) ProgrammeRequest.@Nullable Step request) {
        edge.callerOf(ArchiveProgramme.class);
        return perform(new ArchiveProgramme(id, momentOf(request)));
    }

    @GetMapping("/{id}")
    ResponseEntity<ProgrammeView> showProgramme(@PathVariable ProgrammeId id) {
        return Replies.show(programmes.programme(id), "programme", id, ProgrammeView::of);
    }

    @GetMapping
    Page<ProgrammeView> listProgrammes(
            @RequestParam(required = false) @Nullable List<Integer> year,
            @RequestParam(required = false) @Nullable List<Stage> stage,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        ListQuery query = Filters.among(ListQuery.page(cursor, limit).sorted(sort), "year", year);
        return list.programmes(Filters.among(
                        query,
                        "stage",
                        stage == null ? null : stage.stream().map(Enum::ordinal).toList()))
                .map(ProgrammeView::of);
    }

    private ResponseEntity<ProgrammeView> perform(ProgrammeCommand command) {
        showProgramme(command.programmeId());
        commands.send(command);
        return showProgramme(command.programmeId());
    }

    private HappenedAt momentOf(ProgrammeRequest.@Nullable Step request) {
        return moment(request == null ? null : request.happenedAt());
    }

    private HappenedAt moment(@Nullable Instant given) {
        return edge.when(given);
    }
}
