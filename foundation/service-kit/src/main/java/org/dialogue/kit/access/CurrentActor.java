package org.dialogue.kit.access;

import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
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

    /** {@return the roles that a token, whose signature and claims have been checked, grants} */
    public static Set<Role> rolesOf(Jwt token) {
        return TokenActor.of(token).roles();
    }
}
