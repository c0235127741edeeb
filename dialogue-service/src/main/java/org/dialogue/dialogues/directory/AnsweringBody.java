package org.dialogue.dialogues.directory;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.dialogue.dialogues.directory.BodyCommand.AppointHead;
import org.dialogue.dialogues.directory.BodyCommand.RegisterBody;
import org.dialogue.dialogues.directory.BodyCommand.RenameBody;
import org.dialogue.dialogues.repeats.Repeats;
import org.dialogue.events.directory.AnsweringBodyEvent.AnsweringBodyRegistered;
import org.dialogue.events.directory.AnsweringBodyEvent.AnsweringBodyRenamed;
import org.dialogue.events.directory.AnsweringBodyEvent.BodyHeadAppointed;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.PersonReference;
import org.jspecify.annotations.Nullable;

@Aggregate(type = "body")
class AnsweringBody {

    @AggregateIdentifier
    private @Nullable BodyId bodyId;

    private @Nullable AnsweringBodyRegistered registered;
    private @Nullable AnsweringBodyRenamed renamed;
    private @Nullable BodyHeadAppointed appointed;

    AnsweringBody() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RegisterBody command, Directory directory) {
        if (command.unit() != null) {
            directory.unitIn("unit", command.unit());
        }
        if (registered == null) {
            apply(registration(command, command.happenedAt().instant()));
        } else {
            boolean same = registered.equals(registration(command, registered.happenedAt()));
            Repeats.mustRepeat(command.happenedAt(), same, registered.happenedAt(), "body", command.bodyId());
        }
    }

    @CommandHandler
    void handle(RenameBody command) {
        if (command.happenedAt().repeats(isCalled(command), renamedAt())) {
            return;
        }
        apply(renaming(command, command.happenedAt().notBefore(onRecord().happenedAt())));
    }

    @CommandHandler
    void handle(AppointHead command, PeopleOnRecord people) {
        PersonReference head = people.personIn("person", command.person());
        BodyHeadAppointed last = appointed;
        if (last != null && command.happenedAt().repeats(last.head().equals(head), last.happenedAt())) {
            return;
        }
        apply(new BodyHeadAppointed(
                command.bodyId(),
                head,
                command.happenedAt().notBefore(onRecord().happenedAt())));
    }

    @EventSourcingHandler
    void on(AnsweringBodyRegistered event) {
        bodyId = event.bodyId();
        registered = event;
    }

    @EventSourcingHandler
    void on(AnsweringBodyRenamed event) {
        renamed = event;
    }

    @EventSourcingHandler
    void on(BodyHeadAppointed event) {
        appointed = event;
    }

    private AnsweringBodyRegistered onRecord() {
        return Objects.requireNonNull(registered, "a body begins by being registered");
    }

    private boolean isCalled(RenameBody command) {
        return renamed == null
                ? onRecord().name().equals(command.name())
                        && onRecord().aliases().equals(command.aliases())
                : renamed.name().equals(command.name()) && renamed.aliases().equals(command.aliases());
    }

    private Instant renamedAt() {
        return renamed == null ? onRecord().happenedAt() : renamed.happenedAt();
    }

    private static AnsweringBodyRenamed renaming(RenameBody command, Instant happenedAt) {
        return new AnsweringBodyRenamed(
                command.bodyId(), command.name(), command.aliases(), command.reason(), happenedAt);
    }

    private static AnsweringBodyRegistered registration(RegisterBody command, Instant happenedAt) {
        return new AnsweringBodyRegistered(
                command.bodyId(), command.name(), command.kind(), command.aliases(), command.unit(), happenedAt);
    }
}
