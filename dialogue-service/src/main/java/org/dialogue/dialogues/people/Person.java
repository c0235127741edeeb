package org.dialogue.dialogues.people;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.dialogue.dialogues.directory.Directory;
import org.dialogue.dialogues.people.PersonCommand.ChangeOffice;
import org.dialogue.dialogues.people.PersonCommand.EraseName;
import org.dialogue.dialogues.people.PersonCommand.RegisterPerson;
import org.dialogue.dialogues.repeats.Repeats;
import org.dialogue.events.people.PersonEvent.PersonNameErased;
import org.dialogue.events.people.PersonEvent.PersonOfficeChanged;
import org.dialogue.events.people.PersonEvent.PersonRegistered;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.kit.rules.Findings;
import org.dialogue.kit.rules.RuleViolation;
import org.jspecify.annotations.Nullable;

@Aggregate(type = "person")
class Person {

    @AggregateIdentifier
    private @Nullable PersonId personId;

    private @Nullable PersonReference registered;
    private @Nullable PersonReference current;
    private Instant registeredAt = Instant.EPOCH;
    private Instant currentSince = Instant.EPOCH;
    private @Nullable PersonNameErased erased;

    Person() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RegisterPerson command, NameRegistry names, Directory directory) {
        mustBeInTheDirectory(command.unit(), command.body(), directory);
        mustNotBeErased();
        if (registered != null) {
            boolean sameOffice = registered.equals(reference(
                    command.personId(), command.office(), command.unit(), command.body(), registered.nameDigest()));
            Repeats.mustRepeat(command.happenedAt(), sameOffice, registeredAt, "person", command.personId());
        }
        PersonReference person = reference(
                command.personId(),
                command.office(),
                command.unit(),
                command.body(),
                names.enter(command.personId(), command.name()));
        if (registered == null) {
            apply(new PersonRegistered(
                    command.personId(), person, command.happenedAt().instant()));
        }
    }

    @CommandHandler
    void handle(ChangeOffice command, Directory directory) {
        mustBeInTheDirectory(command.unit(), command.body(), directory);
        mustNotBeErased();
        PersonReference person = reference(
                command.personId(),
                command.office(),
                command.unit(),
                command.body(),
                onRecord().nameDigest());
        if (!command.happenedAt().repeats(person.equals(current), currentSince)) {
            apply(new PersonOfficeChanged(
                    command.personId(), person, command.happenedAt().notBefore(registeredAt)));
        }
    }

    @CommandHandler
    void handle(EraseName command) {
        PersonNameErased last = erased;
        if (last != null && command.happenedAt().repeats(last.reason().equals(command.reason()), last.happenedAt())) {
            return;
        }
        mustNotBeErased();
        apply(new PersonNameErased(
                command.personId(), command.reason(), command.happenedAt().notBefore(registeredAt)));
    }

    @EventSourcingHandler
    void on(PersonRegistered event) {
        personId = event.personId();
        registered = event.person();
        registeredAt = event.happenedAt();
        current = event.person();
        currentSince = event.happenedAt();
    }

    @EventSourcingHandler
    void on(PersonOfficeChanged event) {
        current = event.person();
        currentSince = event.happenedAt();
    }

    @EventSourcingHandler
    void on(PersonNameErased event) {
        erased = event;
    }

    private void mustNotBeErased() {
        if (erased != null) {
            throw new RuleViolation("name-erased", "this person's name was erased; the entry is closed");
        }
    }

    private static void mustBeInTheDirectory(@Nullable UnitId unit, @Nullable BodyId body, Directory directory) {
        Findings findings = new Findings();
        if (unit != null) {
            findings.collect(() -> directory.unitIn("unit", unit));
        }
        if (body != null) {
            findings.collect(() -> directory.bodyIn("body", body));
        }
        findings.refuseIfAny();
    }

    private PersonReference onRecord() {
        if (current == null) {
            throw new IllegalStateException("a person has an office from the first event on");
        }
        return current;
    }

    private static PersonReference reference(
            PersonId id, String office, @Nullable UnitId unit, @Nullable BodyId body, String nameDigest) {
        return new PersonReference(id, office, unit, body, nameDigest);
    }
}
