package org.dialogue.dialogues.directory;

import java.util.Optional;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.kit.rules.InvalidInput;

/** People as they are now, for those who refer to them. */
public interface PeopleOnRecord {

    /** {@return the person in the present office, if there is one} */
    Optional<PersonReference> reference(PersonId id);

    /**
     * The person that a field of a request refers to, in the present office.
     *
     * @throws InvalidInput {@code unknown-reference} if there is none
     */
    default PersonReference personIn(String field, PersonId id) {
        return reference(id).orElseThrow(() -> InvalidInput.unknownReference(field, "person", id.value()));
    }
}
