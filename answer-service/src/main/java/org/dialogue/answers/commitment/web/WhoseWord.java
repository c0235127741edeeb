package org.dialogue.answers.commitment.web;

import java.util.Optional;
import org.dialogue.answers.commitment.CommitmentCommand.CommitFollowUp;
import org.dialogue.events.commitment.CommittedBy;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;

/** Names those whose word the secretariat puts on record. */
final class WhoseWord {

    /** On whose behalf it is when the leadership itself gave its word. */
    static final String LEADERSHIP = "leadership";

    private WhoseWord() {}

    /** {@return on whose behalf the actor promises: the leadership or the leading body; empty for one's own word} */
    static Optional<String> recordedBy(Actor actor, CommitFollowUp command) {
        if (!actor.hasAnyOf(Role.SECRETARIAT)) {
            return Optional.empty();
        }
        return Optional.of(
                command.committedBy() == CommittedBy.LEADERSHIP
                        ? LEADERSHIP
                        : command.bodies().get(0).value());
    }
}
