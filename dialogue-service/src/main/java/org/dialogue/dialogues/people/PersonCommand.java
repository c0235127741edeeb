package org.dialogue.dialogues.people;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.kit.access.AllowedTo;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.commands.HappenedAt;
import org.jspecify.annotations.Nullable;

/** What can be asked of a person's entry. */
public sealed interface PersonCommand {

    /** {@return the person} */
    PersonId personId();

    /**
     * Enters a person. Unit and body have to be in the directory already.
     *
     * @param name goes to the registry alone; history gets a digest of it
     */
    @AllowedTo(Role.SECRETARIAT)
    record RegisterPerson(
            @TargetAggregateIdentifier PersonId personId,
            String name,
            String office,
            @Nullable UnitId unit,
            @Nullable BodyId body,
            HappenedAt happenedAt)
            implements PersonCommand {}

    /** Puts on record that the person holds another office, or the same one elsewhere. */
    @AllowedTo(Role.SECRETARIAT)
    record ChangeOffice(
            @TargetAggregateIdentifier PersonId personId,
            String office,
            @Nullable UnitId unit,
            @Nullable BodyId body,
            HappenedAt happenedAt)
            implements PersonCommand {}

    /** Has the person's name and salt erased from the registry, for good. */
    @AllowedTo(Role.SECRETARIAT)
    record EraseName(@TargetAggregateIdentifier PersonId personId, String reason, HappenedAt happenedAt)
            implements PersonCommand {}
}
