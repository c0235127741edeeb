package org.dialogue.dialogues.directory;

import java.util.Objects;
import org.dialogue.events.directory.AdministrativeUnitEvent;
import org.dialogue.events.directory.AdministrativeUnitEvent.AdministrativeUnitRegistered;
import org.dialogue.events.directory.AdministrativeUnitEvent.AdministrativeUnitRenamed;
import org.dialogue.events.directory.UnitKind;
import org.dialogue.events.vocabulary.BilingualName;
import org.dialogue.events.vocabulary.UnitId;
import org.jspecify.annotations.Nullable;

/** An administrative unit as the directory shows it. */
public record UnitEntry(
        UnitId unitId,
        BilingualName name,
        UnitKind kind,
        @Nullable UnitId parent) {

    /** {@return the entry after one more event} */
    public static UnitEntry after(@Nullable UnitEntry before, AdministrativeUnitEvent event) {
        if (event instanceof AdministrativeUnitRegistered registered) {
            return new UnitEntry(registered.unitId(), registered.name(), registered.kind(), registered.parent());
        }
        UnitEntry known = Objects.requireNonNull(before, "a unit begins by being registered");
        if (event instanceof AdministrativeUnitRenamed renamed) {
            return new UnitEntry(known.unitId, renamed.name(), known.kind, known.parent);
        }
        throw new IllegalArgumentException("a unit does not know " + event.getClass());
    }
}
