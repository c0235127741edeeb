package org.dialogue.dialogues.people.web;

import org.dialogue.dialogues.people.KeptName;
import org.dialogue.dialogues.people.PersonEntry;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.events.vocabulary.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * A person as shown.
 *
 * @param name absent once erased
 * @param nameDigest as in history: lower-case hex of SHA-256 over the salt followed by the name in UTF-8
 * @param nameSalt lower-case hex; shown to auditors alone, who can check the name against history with it
 * @param nameErased whether the name is gone for good
 */
record PersonView(
        PersonId personId,
        @Nullable String name,
        String office,
        @Nullable UnitId unit,
        @Nullable BodyId body,
        String nameDigest,
        @Nullable String nameSalt,
        boolean nameErased) {

    static PersonView of(PersonEntry entry, @Nullable KeptName kept, boolean withSalt) {
        PersonReference person = entry.person();
        KeptName shown = entry.nameErased() ? null : kept;
        return new PersonView(
                person.id(),
                shown == null ? null : shown.name(),
                person.office(),
                person.unit(),
                person.body(),
                person.nameDigest(),
                shown == null || !withSalt ? null : shown.salt(),
                entry.nameErased());
    }
}
