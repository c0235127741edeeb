package org.dialogue.dialogues.directory;

import org.dialogue.events.directory.HigherAuthorityEvent;
import org.dialogue.events.directory.HigherAuthorityEvent.HigherAuthorityRegistered;
import org.dialogue.events.vocabulary.AuthorityId;
import org.dialogue.events.vocabulary.BilingualName;
import org.jspecify.annotations.Nullable;

/** A higher authority as the directory shows it. */
public record AuthorityEntry(AuthorityId authorityId, BilingualName name) {

    /** {@return the entry after one more event} */
    public static AuthorityEntry after(@Nullable AuthorityEntry before, HigherAuthorityEvent event) {
        if (event instanceof HigherAuthorityRegistered registered) {
            return new AuthorityEntry(registered.authorityId(), registered.name());
        }
        throw new IllegalArgumentException("an authority does not know " + event.getClass());
    }
}
