package org.dialogue.dialogues.directory;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.dialogue.events.directory.BodyKind;
import org.dialogue.events.vocabulary.BilingualName;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.kit.access.AllowedTo;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.commands.HappenedAt;
import org.jspecify.annotations.Nullable;

/** What can be asked of an answering body's entry. */
public sealed interface BodyCommand {

    /** {@return the body, by its code} */
    BodyId bodyId();

    /** Enters a body. A unit has to be in the directory already. */
    @AllowedTo(Role.SECRETARIAT)
    record RegisterBody(
            @TargetAggregateIdentifier BodyId bodyId,
            BilingualName name,
            BodyKind kind,
            List<String> aliases,
            @Nullable UnitId unit,
            HappenedAt happenedAt)
            implements BodyCommand {}

    /** Changes a body's names or puts them right; the names given replace the former ones. */
    @AllowedTo(Role.SECRETARIAT)
    record RenameBody(
            @TargetAggregateIdentifier BodyId bodyId,
            BilingualName name,
            List<String> aliases,
            String reason,
            HappenedAt happenedAt)
            implements BodyCommand {}

    /** Puts on record who heads the body from now on, a person on record, in the present office. */
    @AllowedTo(Role.SECRETARIAT)
    record AppointHead(@TargetAggregateIdentifier BodyId bodyId, PersonId person, HappenedAt happenedAt)
            implements BodyCommand {}
}
