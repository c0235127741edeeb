package org.dialogue.dialogues.directory.web;

import jakarta.validation.Valid;
import java.util.List;
import org.dialogue.dialogues.directory.Directory;
import org.dialogue.dialogues.directory.DirectoryLists;
import org.dialogue.dialogues.directory.UnitCommand.RegisterUnit;
import org.dialogue.dialogues.directory.UnitCommand.RenameUnit;
import org.dialogue.dialogues.directory.UnitEntry;
import org.dialogue.dialogues.web.Filters;
import org.dialogue.dialogues.web.Replies;
import org.dialogue.events.directory.UnitKind;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.kit.commands.CommandDispatch;
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
@RequestMapping("/api/units")
class UnitController {

    private final Directory directory;
    private final DirectoryLists lists;
    private final CommandDispatch commands;
    private final RequestContext edge;
    private final Ids ids;

    UnitController(Directory directory, DirectoryLists lists, CommandDispatch commands, RequestContext edge, Ids ids) {
        this.directory = directory;
        this.lists = lists;
        this.commands = commands;
        this.edge = edge;
        this.ids = ids;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<UnitEntry> registerUnit(@RequestBody @Valid UnitRequest.UnitRegistration request) {
        edge.callerOf(RegisterUnit.class);
        UnitId id = request.unitId() == null ? new UnitId(ids.next()) : request.unitId();
        commands.send(new RegisterUnit(
                id, request.name().asName(), request.kind(), request.parent(), edge.when(request.happenedAt())));
        return Replies.created("/api/units/" + id.value(), showUnit(id));
    }

    @PostMapping("/{id}/name")
    ResponseEntity<UnitEntry> renameUnit(
            @PathVariable UnitId id, @RequestBody @Valid UnitRequest.UnitRenaming request) {
        edge.callerOf(RenameUnit.class);
        showUnit(id);
        commands.send(new RenameUnit(id, request.name().asName(), request.reason(), edge.when(request.happenedAt())));
        return showUnit(id);
    }

    @GetMapping("/{id}")
    ResponseEntity<UnitEntry> showUnit(@PathVariable UnitId id) {
        return Replies.show(directory.unit(id), "unit", id, unit -> unit);
    }

    @GetMapping
    Page<UnitEntry> listUnits(
            @RequestParam(required = false) @Nullable List<UnitKind> kind,
            @RequestParam(required = false) @Nullable UnitId parent,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        ListQuery query = ListQuery.page(cursor, limit).sorted(sort);
        if (parent != null) {
            query = query.provided(() -> directory.unitIn("parent", parent));
        }
        return lists.units(Filters.among(query, "kind", kind).where("parent", parent));
    }
}
