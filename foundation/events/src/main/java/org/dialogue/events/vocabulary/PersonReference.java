package org.dialogue.events.vocabulary;

import org.jspecify.annotations.Nullable;

/**
 * A person as history may keep one: the id, the office held at the time, and a digest that proves a name while the
 * registry still keeps it.
 *
 * @param id the person in the registry
 * @param office the office in words, such as "Party Secretary"
 * @param unit the administrative unit of the office, if it has one
 * @param body the answering body of the office, if it has one
 * @param nameDigest lower-case hex of SHA-256 over the person's salt followed by the name in UTF-8; the salt is kept
 *     beside the name, outside history
 */
public record PersonReference(
        PersonId id,
        String office,
        @Nullable UnitId unit,
        @Nullable BodyId body,
        String nameDigest) {}
