package org.dialogue.events.directory;

import java.time.Instant;
import org.dialogue.events.DialogueEvent;
import org.dialogue.events.vocabulary.BilingualName;
import org.dialogue.events.vocabulary.UnitId;
import org.jspecify.annotations.Nullable;

/** What happens to an administrative unit. */
public sealed interface AdministrativeUnitEvent extends DialogueEvent {

    /** {@return the unit} */
    UnitId unitId();

    /**
     * A unit entered the directory.
     *
     * @param parent the unit it belongs to; absent for the province
     */
    record AdministrativeUnitRegistered(
            UnitId unitId,
            BilingualName name,
            UnitKind kind,
            @Nullable UnitId parent,
            Instant happenedAt) implements AdministrativeUnitEvent {}

    /** A unit's name was changed or put right. */
    record AdministrativeUnitRenamed(UnitId unitId, BilingualName name, String reason, Instant happenedAt)
            implements AdministrativeUnitEvent {}
}
