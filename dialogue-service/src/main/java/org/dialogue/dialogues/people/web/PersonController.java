package org.dialogue.dialogues.people.web;

import jakarta.validation.Valid;
import java.util.Map;
import java.util.function.Predicate;
import org.dialogue.dialogues.directory.Directory;
import org.dialogue.dialogues.people.KeptName;
import org.dialogue.dialogues.people.NameRegistry;
import org.dialogue.dialogues.people.People;
import org.dialogue.dialogues.people.PeopleList;
import org.dialogue.dialogues.people.PersonCommand.ChangeOffice;
import org.dialogue.dialogues.people.PersonCommand.EraseName;
import org.dialogue.dialogues.people.PersonCommand.RegisterPerson;
import org.dialogue.dialogues.people.PersonEntry;
import org.dialogue.dialogues.web.Replies;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.kit.access.Role;
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
@RequestMapping("/api/people")
class PersonController {

    private final People people;
    private final PeopleList list;
    private final NameRegistry names;
    private final NameReaders readers;
    private final Directory directory;
    private final CommandDispatch commands;
    private final RequestContext edge;
    private final Ids ids;

    PersonController(
            People people,
            PeopleList list,
            NameRegistry names,
            NameReaders readers,
            Directory directory,
            CommandDispatch commands,
            RequestContext edge,
            Ids ids) {
        this.people = people;
        this.list = list;
        this.names = names;
        this.readers = readers;
        this.directory = directory;
        this.commands = commands;
        this.edge = edge;
        this.ids = ids;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<PersonView> registerPerson(@RequestBody @Valid PersonRequest.PersonRegistration request) {
        edge.callerOf(RegisterPerson.class);
        PersonId id = request.personId() == null ? new PersonId(ids.next()) : request.personId();
        commands.send(new RegisterPerson(
                id, request.name(), request.office(), request.unit(), request.body(), edge.when(request.happenedAt())));
        return Replies.created("/api/people/" + id.value(), showPerson(id));
    }

    @PostMapping("/{id}/office")
    ResponseEntity<PersonView> changeOffice(
            @PathVariable PersonId id, @RequestBody @Valid PersonRequest.OfficeChange request) {
        edge.callerOf(ChangeOffice.class);
        showPerson(id);
        commands.send(new ChangeOffice(
                id, request.office(), request.unit(), request.body(), edge.when(request.happenedAt())));
        return showPerson(id);
    }

    @PostMapping("/{id}/name-erasure")
    ResponseEntity<PersonView> eraseName(
            @PathVariable PersonId id, @RequestBody @Valid PersonRequest.NameErasure request) {
        edge.callerOf(EraseName.class);
        showPerson(id);
        commands.send(new EraseName(id, request.reason(), edge.when(request.happenedAt())));
        return showPerson(id);
    }

    @GetMapping("/{id}")
    ResponseEntity<PersonView> showPerson(@PathVariable PersonId id) {
        return Replies.show(
                people.person(id),
                "person",
                id,
                entry -> PersonView.of(
                        entry,
                        readers.readableBy(edge.caller()).test(entry.person())
                                ? names.find(id).orElse(null)
                                : null,
                        showsSalts()));
    }

    @GetMapping
    Page<PersonView> listPeople(
            @RequestParam(required = false) @Nullable UnitId unit,
            @RequestParam(required = false) @Nullable BodyId body,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        ListQuery query = ListQuery.page(cursor, limit).where("unit", unit).where("body", body);
        if (unit != null) {
            query = query.provided(() -> directory.unitIn("unit", unit));
        }
        if (body != null) {
            query = query.provided(() -> directory.bodyIn("body", body));
        }
        Page<PersonEntry> page = list.people(query);
        Predicate<PersonReference> readable = readers.readableBy(edge.caller());
        Map<PersonId, KeptName> kept = names.findAll(page.items().stream()
                .map(PersonEntry::person)
                .filter(readable)
                .map(PersonReference::id)
                .toList());
        boolean withSalts = showsSalts();
        return page.map(entry -> PersonView.of(entry, kept.get(entry.person().id()), withSalts));
    }

    private boolean showsSalts() {
        return edge.caller().hasAnyOf(Role.AUDITOR);
    }
}
