package org.dialogue.standalone.signin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can sign in to the standalone.
 *
 * @param username what is typed at sign-in
 * @param personId the person's id in the people registry and in events
 * @param name as in the sources, without diacritics; the office, where the sources name nobody
 * @param office what the person acts as
 * @param unit the administrative unit of a delegate, such as {@code dien-lam}
 * @param body the answering body that the person acts for, such as {@code home-affairs}
 * @param roles lower-case names of what the person may be in the dialogue
 */
public record DemoPerson(
        String username,
        String personId,
        String name,
        String office,
        @Nullable String unit,
        @Nullable String body,
        List<String> roles) {

    /** Copies the roles. */
    public DemoPerson {
        roles = List.copyOf(roles);
    }
}
