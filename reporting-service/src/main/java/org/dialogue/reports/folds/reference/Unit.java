package org.dialogue.reports.folds.reference;

import org.dialogue.events.directory.UnitKind;
import org.dialogue.events.vocabulary.BilingualName;
import org.dialogue.events.vocabulary.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * An administrative unit under its present name.
 *
 * @param parent the unit it belongs to; absent for the province
 */
public record Unit(
        UnitId id,
        BilingualName name,
        UnitKind kind,
        @Nullable UnitId parent) {

    Unit renamed(BilingualName newName) {
        return new Unit(id, newName, kind, parent);
    }
}
