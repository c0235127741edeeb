package org.dialogue.dialogues.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dialogue.dialogues.repeats.Repeats;
import org.dialogue.events.vocabulary.PersonId;

/** A registry with one known salt, so that tests can foretell digests. */
final class NamesInMemory implements NameRegistry {

    static final String SALT = "00".repeat(32);

    private final Map<PersonId, KeptName> names = new HashMap<>();

    @Override
    public String enter(PersonId person, String name) {
        KeptName kept = names.computeIfAbsent(person, id -> new KeptName(name, SALT));
        Repeats.mustHaveSameContent(kept.name().equals(name), "person", person);
        return kept.digest();
    }

    @Override
    public Optional<KeptName> find(PersonId person) {
        return Optional.ofNullable(names.get(person));
    }

    @Override
    public Map<PersonId, KeptName> findAll(Collection<PersonId> people) {
        return people.stream().filter(names::containsKey).collect(Collectors.toMap(id -> id, names::get));
    }

    @Override
    public void erase(PersonId person) {
        names.remove(person);
    }
}
