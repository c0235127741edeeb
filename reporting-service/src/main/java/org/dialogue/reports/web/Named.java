package org.dialogue.reports.web;

import org.dialogue.events.vocabulary.AuthorityId;
import org.dialogue.events.vocabulary.BilingualName;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.reports.folds.reference.ReferenceData;
import org.dialogue.reports.folds.reference.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Something of the directory by its id, with its present name.
 *
 * @param name absent for the moment in which its registration is not known here yet
 */
public record Named(String id, @Nullable BilingualName name) {

    /** {@return the body with its name} */
    public static Named body(BodyId id, ReferenceData reference) {
        return new Named(id.value(), reference.bodies().get(id));
    }

    /** {@return the unit with its name} */
    public static Named unit(UnitId id, ReferenceData reference) {
        Unit unit = reference.units().get(id);
        return new Named(id.value(), unit == null ? null : unit.name());
    }

    /** {@return the higher authority with its name} */
    public static Named authority(AuthorityId id, ReferenceData reference) {
        return new Named(id.value(), reference.authorities().get(id));
    }
}
