package org.dialogue.kit.access;

import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Whoever is signed in on the current thread. */
public final class CurrentActor {

    /** {@return the actor behind the current request, or empty outside of one} */
    public Optional<Actor> find() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken authentication) {
            return Optional.of(TokenActor.of(authentication.getToken()));
        }
        return Optional.empty();
    }
}
