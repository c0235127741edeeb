package org.dialogue.kit.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** Reads an {@link Actor} from a token whose signature, issuer, audience and times have been checked. */
final class TokenActor {

    private TokenActor() {}

    static Actor of(Jwt token) {
        String subject = Optional.ofNullable(token.getSubject())
                .orElseThrow(() -> new IllegalStateException("a token without a subject passed validation"));
        return new Actor(
                subject,
                text(token, "person_id"),
                text(token, "office"),
                text(token, "unit"),
                text(token, "body"),
                roles(token),
                null);
    }

    private static @Nullable String text(Jwt token, String claim) {
        String value = token.getClaimAsString(claim);
        return value == null || value.isBlank() ? null : value;
    }

    /** Names of other programs' roles are passed over. */
    private static Set<Role> roles(Jwt token) {
        List<String> claims =
                Optional.ofNullable(token.getClaimAsStringList("roles")).orElse(List.of());
        Set<Role> roles = EnumSet.noneOf(Role.class);
        claims.forEach(claim -> Role.fromClaim(claim).ifPresent(roles::add));
        return roles;
    }
}
