package org.dialogue.dialogues.directory;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.util.List;
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
import org.dialogue.events.vocabulary.BilingualName;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.PersonReference;
import org.jspecify.annotations.Nullable;

@Aggregate(type = "body")
class AnsweringBody {

    @AggregateIdentifier
    private @Nullable BodyId bodyId;

    private @Nullable AnsweringBodyRegistered registered;
    private @Nullable BilingualName name;
    private List<String> aliases = List.of();
    private @Nullable PersonReference head;

    AnsweringBody() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RegisterBody command) {
        if (registered == null) {
            apply(registration(command, command.happenedAt()));
        } else {
            boolean same = registered.equals(registration(command, registered.happenedAt()));
            Repeats.mustHaveSameContent(same, "body", command.bodyId());
        }
    }

    @CommandHandler
    void handle(RenameBody command) {
        if (!command.name().equals(name) || !command.aliases().equals(aliases)) {
            apply(new AnsweringBodyRenamed(
                    command.bodyId(), command.name(), command.aliases(), command.reason(), command.happenedAt()));
        }
    }

    @CommandHandler
    void handle(AppointHead command) {
        if (!command.head().equals(head)) {
            apply(new BodyHeadAppointed(command.bodyId(), command.head(), command.happenedAt()));
        }
    }

    @EventSourcingHandler
    void on(AnsweringBodyRegistered event) {
        bodyId = event.bodyId();
        registered = event;
        name = event.name();
        aliases = event.aliases();
    }

    @EventSourcingHandler
    void on(AnsweringBodyRenamed event) {
        name = event.name();
        aliases = event.aliases();
    }

    @EventSourcingHandler
    void on(BodyHeadAppointed event) {
        head = event.head();
    }

    private static AnsweringBodyRegistered registration(RegisterBody command, Instant happenedAt) {
        return new AnsweringBodyRegistered(
                command.bodyId(), command.name(), command.kind(), command.aliases(), command.unit(), happenedAt);
    }
}
