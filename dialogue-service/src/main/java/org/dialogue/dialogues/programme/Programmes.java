package org.dialogue.dialogues.programme;

import java.util.Optional;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.kit.history.Versioned;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.kit.rules.RuleViolation;

/** Programmes as they are now, for those whose doings depend on their stage. */
public interface Programmes {

    /** {@return the programme, if there is one} */
    Optional<Versioned<ProgrammeState>> programme(ProgrammeId id);

    /**
     * The programme that a field of a request refers to.
     *
     * @throws InvalidInput {@code unknown-reference} if there is none
     */
    default ProgrammeState programmeIn(String field, ProgrammeId id) {
        return programme(id)
                .map(Versioned::state)
                .orElseThrow(() -> InvalidInput.unknownReference(field, "programme", id.value()));
    }

    /**
     * Insists that a programme takes up new matters. What is owed in it can be settled in any stage.
     *
     * @param id the programme of what is on record
     * @throws RuleViolation {@code programme-stage} if the programme was archived
     */
    default void mustNotBeArchived(ProgrammeId id) {
        boolean archived =
                programme(id).filter(found -> !found.state().stage().isAlive()).isPresent();
        if (archived) {
            throw new RuleViolation(
                    "programme-stage.archived",
                    id.value() + " is archived: carry the question over to another programme first",
                    id.value());
        }
    }
}
