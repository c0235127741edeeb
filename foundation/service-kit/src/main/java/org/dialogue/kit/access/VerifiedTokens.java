package org.dialogue.kit.access;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Verifies a token's signature once for all requests that come with it in a short while. What the token says is judged each
 * time: it expires to the second, and a key that was taken away is honoured no longer than {@link IssuerKeys} do by
 * themselves, and that little while.
 */
public final class VerifiedTokens implements JwtDecoder {

    private static final int MOST = 1_000;

    private final JwtDecoder signatures;
    private final OAuth2TokenValidator<Jwt> claims;
    private final Clock clock;
    private final Map<String, Verified> verified = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Verified> eldest) {
            return size() > MOST;
        }
    });

    private record Verified(Jwt token, Instant at) {}

    /**
     * @param signatures reads tokens and verifies their signatures
     * @param claims judges what they say
     */
    public VerifiedTokens(JwtDecoder signatures, OAuth2TokenValidator<Jwt> claims, Clock clock) {
        this.signatures = signatures;
        this.claims = claims;
        this.clock = clock;
    }

    @Override
    public Jwt decode(String text) {
        Jwt token = verified(text);
        OAuth2TokenValidatorResult judged = claims.validate(token);
        if (judged.hasErrors()) {
            throw new JwtValidationException("what the token says does not hold", judged.getErrors());
        }
        return token;
    }

    private Jwt verified(String text) {
        Instant now = clock.instant();
        Verified known = verified.get(text);
        if (known != null && now.isBefore(known.at().plus(IssuerKeys.PAUSE)) && !now.isBefore(known.at())) {
            return known.token();
        }
        Jwt token = signatures.decode(text);
        verified.remove(text);
        verified.put(text, new Verified(token, now));
        return token;
    }
}
