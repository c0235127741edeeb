package org.dialogue.dialogues.directory;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.dialogue.dialogues.directory.UnitCommand.RegisterUnit;
import org.dialogue.dialogues.directory.UnitCommand.RenameUnit;
import org.dialogue.dialogues.repeats.Repeats;
import org.dialogue.events.directory.AdministrativeUnitEvent.AdministrativeUnitRegistered;
import org.dialogue.events.directory.AdministrativeUnitEvent.AdministrativeUnitRenamed;
import org.dialogue.events.vocabulary.BilingualName;
import org.dialogue.events.vocabulary.UnitId;
import org.jspecify.annotations.Nullable;

@Aggregate(type = "unit")
class AdministrativeUnit {

    @AggregateIdentifier
    private @Nullable UnitId unitId;

    private @Nullable AdministrativeUnitRegistered registered;
    private @Nullable BilingualName name;

    AdministrativeUnit() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RegisterUnit command) {
        if (registered == null) {
            apply(registration(command, command.happenedAt()));
        } else {
            boolean same = registered.equals(registration(command, registered.happenedAt()));
            Repeats.mustHaveSameContent(same, "unit", command.unitId());
        }
    }

    @CommandHandler
    void handle(RenameUnit command) {
        if (!command.name().equals(name)) {
            apply(new AdministrativeUnitRenamed(
                    command.unitId(), command.name(), command.reason(), command.happenedAt()));
        }
    }

    @EventSourcingHandler
    void on(AdministrativeUnitRegistered event) {
        unitId = event.unitId();
        registered = event;
        name = event.name();
    }

    @EventSourcingHandler
    void on(AdministrativeUnitRenamed event) {
        name = event.name();
    }

    private static AdministrativeUnitRegistered registration(RegisterUnit command, Instant happenedAt) {
        return new AdministrativeUnitRegistered(
                command.unitId(), command.name(), command.kind(), command.parent(), happenedAt);
    }
}
