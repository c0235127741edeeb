package org.dialogue.dialogues.directory.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.dialogue.dialogues.directory.AuthorityCommand.RegisterAuthority;
import org.dialogue.dialogues.directory.AuthorityEntry;
import org.dialogue.dialogues.directory.Directory;
import org.dialogue.dialogues.directory.DirectoryLists;
import org.dialogue.dialogues.web.NameInput;
import org.dialogue.dialogues.web.Replies;
import org.dialogue.events.vocabulary.AuthorityId;
import org.dialogue.kit.commands.CommandDispatch;
import org.dialogue.kit.paging.Page;
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
@RequestMapping("/api/authorities")
class AuthorityController {

    private final Directory directory;
    private final DirectoryLists lists;
    private final CommandDispatch commands;
    private final RequestContext edge;
    private final Ids ids;

    AuthorityController(
            Directory directory, DirectoryLists lists, CommandDispatch commands, RequestContext edge, Ids ids) {
        this.directory = directory;
        this.lists = lists;
        this.commands = commands;
        this.edge = edge;
        this.ids = ids;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<AuthorityEntry> registerAuthority(@RequestBody @Valid AuthorityRequest request) {
        edge.callerOf(RegisterAuthority.class);
        AuthorityId id = request.authorityId() == null ? new AuthorityId(ids.next()) : request.authorityId();
        commands.send(new RegisterAuthority(id, request.name().asName(), edge.when(request.happenedAt())));
        return Replies.created("/api/authorities/" + id.value(), showAuthority(id));
    }

    @GetMapping("/{id}")
    ResponseEntity<AuthorityEntry> showAuthority(@PathVariable AuthorityId id) {
        return Replies.show(directory.authority(id), "authority", id, authority -> authority);
    }

    @GetMapping
    Page<AuthorityEntry> listAuthorities(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        return lists.authorities(cursor, limit);
    }

    /** A higher authority to be entered. */
    record AuthorityRequest(
            @Nullable AuthorityId authorityId,
            @NotNull @Valid NameInput name,
            @Nullable Instant happenedAt) {}
}
