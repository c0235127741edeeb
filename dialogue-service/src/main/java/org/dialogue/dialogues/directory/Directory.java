package org.dialogue.dialogues.directory;

import java.util.Optional;
import org.dialogue.events.vocabulary.AuthorityId;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.kit.history.Versioned;
import org.dialogue.kit.rules.InvalidInput;

/** The directory as it is now, for those who refer to it. */
public interface Directory {

    /** {@return the unit, if it is in the directory} */
    Optional<Versioned<UnitEntry>> unit(UnitId id);

    /** {@return the body, if it is in the directory} */
    Optional<Versioned<BodyEntry>> body(BodyId id);

    /** {@return the authority, if it is in the directory} */
    Optional<Versioned<AuthorityEntry>> authority(AuthorityId id);

    /**
     * The unit that a field of a request refers to.
     *
     * @throws InvalidInput {@code unknown-reference} if there is none
     */
    default UnitEntry unitIn(String field, UnitId id) {
        return unit(id).map(Versioned::state)
                .orElseThrow(() -> InvalidInput.unknownReference(field, "unit", id.value()));
    }

    /**
     * The body that a field of a request refers to.
     *
     * @throws InvalidInput {@code unknown-reference} if there is none
     */
    default BodyEntry bodyIn(String field, BodyId id) {
        return body(id).map(Versioned::state)
                .orElseThrow(() -> InvalidInput.unknownReference(field, "body", id.value()));
    }
}
