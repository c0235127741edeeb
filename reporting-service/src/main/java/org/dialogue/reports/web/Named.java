package org.dialogue.reports.web;

import org.dialogue.events.vocabulary.AuthorityId;
import org.dialogue.events.vocabulary.BilingualName;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.reports.background.Background;
import org.dialogue.reports.background.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Something of the directory by its id, with its present name.
 *
 * @param name absent for the moment in which its registration is not known here yet
 */
public record Named(String id, @Nullable BilingualName name) {

    /** {@return the body with its name} */
    public static Named body(BodyId id, Background background) {
        return new Named(id.value(), background.bodies().get(id));
    }

    /** {@return the unit with its name} */
    public static Named unit(UnitId id, Background background) {
        Unit unit = background.units().get(id);
        return new Named(id.value(), unit == null ? null : unit.name());
    }

    /** {@return the higher authority with its name} */
    public static Named authority(AuthorityId id, Background background) {
        return new Named(id.value(), background.authorities().get(id));
    }
}
