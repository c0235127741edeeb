package org.dialogue.events.people;

import java.time.Instant;
import org.dialogue.events.DialogueEvent;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.PersonReference;

/** What happens to a person's entry in the registry. Names stay in the registry, beside history. */
public sealed interface PersonEvent extends DialogueEvent {

    /** {@return the person} */
    PersonId personId();

    /** A person entered the registry. */
    record PersonRegistered(PersonId personId, PersonReference person, Instant happenedAt) implements PersonEvent {}

    /** A person holds another office, or the same one in another place, from now on. */
    record PersonOfficeChanged(PersonId personId, PersonReference person, Instant happenedAt) implements PersonEvent {}

    /** A person's name and salt were erased from the registry; digests in history can no longer be resolved. */
    record PersonNameErased(PersonId personId, String reason, Instant happenedAt) implements PersonEvent {}
}
