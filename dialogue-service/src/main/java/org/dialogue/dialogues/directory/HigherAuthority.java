package org.dialogue.dialogues.directory;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.dialogue.dialogues.directory.AuthorityCommand.RegisterAuthority;
import org.dialogue.dialogues.repeats.Repeats;
import org.dialogue.events.directory.HigherAuthorityEvent.HigherAuthorityRegistered;
import org.dialogue.events.vocabulary.AuthorityId;
import org.jspecify.annotations.Nullable;

@Aggregate(type = "authority")
class HigherAuthority {

    @AggregateIdentifier
    private @Nullable AuthorityId authorityId;

    private @Nullable HigherAuthorityRegistered registered;

    HigherAuthority() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RegisterAuthority command) {
        if (registered == null) {
            apply(new HigherAuthorityRegistered(
                    command.authorityId(), command.name(), command.happenedAt().instant()));
        } else {
            boolean same = registered.name().equals(command.name());
            Repeats.mustRepeat(command.happenedAt(), same, registered.happenedAt(), "authority", command.authorityId());
        }
    }

    @EventSourcingHandler
    void on(HigherAuthorityRegistered event) {
        authorityId = event.authorityId();
        registered = event;
    }
}
