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
import org.dialogue.dialogues.directory.UnitCommand.RegisterUnit;
import org.dialogue.dialogues.directory.UnitCommand.RenameUnit;
import org.dialogue.dialogues.repeats.Repeats;
import org.dialogue.events.directory.AdministrativeUnitEvent.AdministrativeUnitRegistered;
import org.dialogue.events.directory.AdministrativeUnitEvent.AdministrativeUnitRenamed;
import org.dialogue.events.vocabulary.UnitId;
import org.jspecify.annotations.Nullable;

@Aggregate(type = "unit")
class AdministrativeUnit {

    @AggregateIdentifier
    private @Nullable UnitId unitId;

    private @Nullable AdministrativeUnitRegistered registered;
    private @Nullable AdministrativeUnitRenamed renamed;

    AdministrativeUnit() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RegisterUnit command, Directory directory) {
        if (command.parent() != null) {
            directory.unitIn("parent", command.parent());
        }
        if (registered == null) {
            apply(registration(command, command.happenedAt().instant()));
        } else {
            boolean same = registered.equals(registration(command, registered.happenedAt()));
            Repeats.mustRepeat(command.happenedAt(), same, registered.happenedAt(), "unit", command.unitId());
        }
    }

    @CommandHandler
    void handle(RenameUnit command) {
        if (command.happenedAt().repeats(isCalled(command), renamedAt())) {
            return;
        }
        apply(renaming(command, command.happenedAt().notBefore(onRecord().happenedAt())));
    }

    @EventSourcingHandler
    void on(AdministrativeUnitRegistered event) {
        unitId = event.unitId();
        registered = event;
    }

    @EventSourcingHandler
    void on(AdministrativeUnitRenamed event) {
        renamed = event;
    }

    private AdministrativeUnitRegistered onRecord() {
        return Objects.requireNonNull(registered, "a unit begins by being registered");
    }

    private boolean isCalled(RenameUnit command) {
        return command.name().equals(renamed == null ? onRecord().name() : renamed.name());
    }

    private Instant renamedAt() {
        return renamed == null ? onRecord().happenedAt() : renamed.happenedAt();
    }

    private static AdministrativeUnitRenamed renaming(RenameUnit command, Instant happenedAt) {
        return new AdministrativeUnitRenamed(command.unitId(), command.name(), command.reason(), happenedAt);
    }

    private static AdministrativeUnitRegistered registration(RegisterUnit command, Instant happenedAt) {
        return new AdministrativeUnitRegistered(
                command.unitId(), command.name(), command.kind(), command.parent(), happenedAt);
    }
}
