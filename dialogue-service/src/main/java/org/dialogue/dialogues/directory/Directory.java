package org.dialogue.dialogues.directory;

import java.util.Optional;
import org.dialogue.events.directory.AdministrativeUnitEvent;
import org.dialogue.events.directory.AnsweringBodyEvent;
import org.dialogue.events.directory.HigherAuthorityEvent;
import org.dialogue.events.vocabulary.AuthorityId;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.kit.history.Histories;
import org.dialogue.kit.history.Recorded;
import org.dialogue.kit.rules.InvalidInput;
import org.springframework.stereotype.Component;

/** The directory as it is now, for those who refer to it. */
@Component
public class Directory {

    private final Histories histories;

    Directory(Histories histories) {
        this.histories = histories;
    }

    /** {@return the unit, if it is in the directory} */
    public Optional<Recorded<UnitEntry>> unit(UnitId id) {
        return histories.read(id, AdministrativeUnitEvent.class, UnitEntry::after);
    }

    /** {@return the body, if it is in the directory} */
    public Optional<Recorded<BodyEntry>> body(BodyId id) {
        return histories.read(id, AnsweringBodyEvent.class, BodyEntry::after);
    }

    /** {@return the authority, if it is in the directory} */
    public Optional<Recorded<AuthorityEntry>> authority(AuthorityId id) {
        return histories.read(id, HigherAuthorityEvent.class, AuthorityEntry::after);
    }

    /**
     * The unit that a field of a request refers to.
     *
     * @throws InvalidInput {@code unknown-reference} if there is none
     */
    public UnitEntry unitIn(String field, UnitId id) {
        return unit(id).map(Recorded::state)
                .orElseThrow(() -> InvalidInput.unknownReference(field, "unit", id.value()));
    }

    /**
     * The body that a field of a request refers to.
     *
     * @throws InvalidInput {@code unknown-reference} if there is none
     */
    public BodyEntry bodyIn(String field, BodyId id) {
        return body(id).map(Recorded::state)
                .orElseThrow(() -> InvalidInput.unknownReference(field, "body", id.value()));
    }
}
