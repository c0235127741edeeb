package org.dialogue.dialogues.directory;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.dialogue.events.vocabulary.AuthorityId;
import org.dialogue.events.vocabulary.BilingualName;
import org.dialogue.kit.access.AllowedTo;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.commands.HappenedAt;

/** What can be asked of a higher authority's entry. */
public sealed interface AuthorityCommand {

    /** {@return the authority} */
    AuthorityId authorityId();

    /** Enters an authority above the province. */
    @AllowedTo(Role.SECRETARIAT)
    record RegisterAuthority(
            @TargetAggregateIdentifier AuthorityId authorityId, BilingualName name, HappenedAt happenedAt)
            implements AuthorityCommand {}
}
