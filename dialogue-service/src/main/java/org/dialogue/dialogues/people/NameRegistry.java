package org.dialogue.dialogues.people;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.dialogue.events.vocabulary.PersonId;

/** Keeps people's names outside history, each with the salt that makes a digest of it provable and irreversible. */
public interface NameRegistry {

    /**
     * Enters a name, unless it is entered already.
     *
     * @param person whose name it is
     * @param name the name
     * @return the digest for history: lower-case hex of SHA-256 over the salt followed by the name in UTF-8
     * @throws org.dialogue.kit.rules.RuleViolation {@code exists-with-other-content} if the person is entered under
     *     another name
     */
    String enter(PersonId person, String name);

    /** {@return the person's entry, or empty if there is none any more or none yet} */
    Optional<KeptName> find(PersonId person);

    /** {@return the entries of those people who have one} */
    Map<PersonId, KeptName> findAll(Collection<PersonId> people);

    /** Removes name and salt. Does nothing if there are none. */
    void erase(PersonId person);
}
