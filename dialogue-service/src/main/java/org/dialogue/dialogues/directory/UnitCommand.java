package org.dialogue.dialogues.directory;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.dialogue.events.directory.UnitKind;
import org.dialogue.events.vocabulary.BilingualName;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.kit.access.AllowedTo;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.commands.HappenedAt;
import org.jspecify.annotations.Nullable;

/** What can be asked of an administrative unit's entry. */
public sealed interface UnitCommand {

    /** {@return the unit} */
    UnitId unitId();

    /** Enters a unit. A parent has to be in the directory already. */
    @AllowedTo(Role.SECRETARIAT)
    record RegisterUnit(
            @TargetAggregateIdentifier UnitId unitId,
            BilingualName name,
            UnitKind kind,
            @Nullable UnitId parent,
            HappenedAt happenedAt)
            implements UnitCommand {}

    /** Changes a unit's name or puts it right. */
    @AllowedTo(Role.SECRETARIAT)
    record RenameUnit(
            @TargetAggregateIdentifier UnitId unitId, BilingualName name, String reason, HappenedAt happenedAt)
            implements UnitCommand {}
}
