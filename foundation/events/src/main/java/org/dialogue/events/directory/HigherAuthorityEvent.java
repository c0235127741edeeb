package org.dialogue.events.directory;

import java.time.Instant;
import org.dialogue.events.DialogueEvent;
import org.dialogue.events.vocabulary.AuthorityId;
import org.dialogue.events.vocabulary.BilingualName;

/** What happens to an authority above the province, which others wait for but nobody here can assign to. */
public sealed interface HigherAuthorityEvent extends DialogueEvent {

    /** {@return the authority} */
    AuthorityId authorityId();

    /** An authority entered the directory. */
    record HigherAuthorityRegistered(AuthorityId authorityId, BilingualName name, Instant happenedAt)
            implements HigherAuthorityEvent {}
}
