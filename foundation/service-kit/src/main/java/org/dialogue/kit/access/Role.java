package org.dialogue.kit.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody may be in the dialogue. Tokens name roles in lower case. */
public enum Role {
    /** Head of a commune, ward or town: asks. */
    DELEGATE,
    /** Works in an answering body: drafts. */
    OFFICER,
    /** Heads an answering body: clears and publishes. */
    HEAD,
    /** Runs the dialogue: triages, assigns, verifies. */
    SECRETARIAT,
    /** Concludes, and commits the leadership. */
    CHAIR,
    /** Reads everything, changes nothing. */
    AUDITOR,
    /** Keeps the programs running. */
    OPERATOR,
    /** A service acting by itself; never granted by a token. */
    SYSTEM;

    /** {@return the name in tokens and in Spring Security's authorities} */
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The role that a token names.
     *
     * @param claim such as {@code secretariat}
     * @return the role, or empty if there is none of that name or it cannot be granted by a token
     */
    public static Optional<Role> fromClaim(String claim) {
        return Arrays.stream(values())
                .filter(role -> role != SYSTEM && role.claim().equals(claim))
                .findFirst();
    }
}
