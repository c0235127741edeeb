package org.dialogue.dialogues.directory.web;

import jakarta.validation.Valid;
import java.util.List;
import org.dialogue.dialogues.directory.BodyCommand.AppointHead;
import org.dialogue.dialogues.directory.BodyCommand.RegisterBody;
import org.dialogue.dialogues.directory.BodyCommand.RenameBody;
import org.dialogue.dialogues.directory.BodyEntry;
import org.dialogue.dialogues.directory.Directory;
import org.dialogue.dialogues.directory.DirectoryLists;
import org.dialogue.dialogues.web.Filters;
import org.dialogue.dialogues.web.Replies;
import org.dialogue.events.directory.BodyKind;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.Lists;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.kit.commands.CommandDispatch;
import org.dialogue.kit.paging.Page;
import org.dialogue.kit.projections.ListQuery;
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
@RequestMapping("/api/bodies")
class BodyController {

    private final Directory directory;
    private final DirectoryLists lists;
    private final CommandDispatch commands;
    private final RequestContext edge;

    BodyController(Directory directory, DirectoryLists lists, CommandDispatch commands, RequestContext edge) {
        this.directory = directory;
        this.lists = lists;
        this.commands = commands;
        this.edge = edge;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<BodyEntry> registerBody(@RequestBody @Valid BodyRequest.BodyRegistration request) {
        edge.callerOf(RegisterBody.class);
        BodyId id = new BodyId(request.bodyId());
        commands.send(new RegisterBody(
                id,
                request.name().asName(),
                request.kind(),
                Lists.copy(request.aliases()),
                request.unit(),
                edge.when(request.happenedAt())));
        return Replies.created("/api/bodies/" + id.value(), showBody(id));
    }

    @PostMapping("/{id}/name")
    ResponseEntity<BodyEntry> renameBody(
            @PathVariable BodyId id, @RequestBody @Valid BodyRequest.BodyRenaming request) {
        edge.callerOf(RenameBody.class);
        showBody(id);
        commands.send(new RenameBody(
                id,
                request.name().asName(),
                Lists.copy(request.aliases()),
                request.reason(),
                edge.when(request.happenedAt())));
        return showBody(id);
    }

    @PostMapping("/{id}/head")
    ResponseEntity<BodyEntry> appointHead(
            @PathVariable BodyId id, @RequestBody @Valid BodyRequest.HeadAppointment request) {
        edge.callerOf(AppointHead.class);
        showBody(id);
        commands.send(new AppointHead(id, request.person(), edge.when(request.happenedAt())));
        return showBody(id);
    }

    @GetMapping("/{id}")
    ResponseEntity<BodyEntry> showBody(@PathVariable BodyId id) {
        return Replies.show(directory.body(id), "body", id, body -> body);
    }

    @GetMapping
    Page<BodyEntry> listBodies(
            @RequestParam(required = false) @Nullable List<BodyKind> kind,
            @RequestParam(required = false) @Nullable UnitId unit,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        ListQuery query = ListQuery.page(cursor, limit).sorted(sort);
        if (unit != null) {
            query = query.provided(() -> directory.unitIn("unit", unit));
        }
        return lists.bodies(Filters.among(query, "kind", kind).where("unit", unit));
    }
}
