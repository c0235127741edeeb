package org.dialogue.kit.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;

/** Access tokens of an issuer that lives as long as the tests' JVM, good and bad. */
public final class TestTokens {

    private static final Duration VALID = Duration.ofMinutes(30);

    private TestTokens() {}

    /** {@return the issuer, for {@code OIDC_ISSUER_URI}} */
    public static String issuer() {
        return Shared.ISSUER.uri();
    }

    /** {@return a valid token of the given actor} */
    public static String of(Actor actor) {
        return signed(claims(actor), Shared.KEY);
    }

    /** {@return the value of an Authorization header for the given actor} */
    public static String bearer(Actor actor) {
        return "Bearer " + of(actor);
    }

    /** {@return a token that has run out} */
    public static String expired(Actor actor) {
        return changed(
                actor, claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(3600))));
    }

    /** {@return a token meant for another audience} */
    public static String forAnotherAudience(Actor actor) {
        return changed(actor, claims -> claims.audience("another"));
    }

    /** {@return a token of another issuer, signed with the right key} */
    public static String ofAnotherIssuer(Actor actor) {
        return changed(actor, claims -> claims.issuer("https://elsewhere.example"));
    }

    /** {@return a token signed with a key that the issuer does not have} */
    public static String forged(Actor actor) {
        return signed(claims(actor), newKey());
    }

    /** {@return a token whose claims were changed, signed with the right key} */
    public static String with(Actor actor, UnaryOperator<JWTClaimsSet.Builder> change) {
        return changed(actor, change);
    }

    private static String changed(Actor actor, UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(change.apply(claims(actor)), Shared.KEY);
    }

    private static JWTClaimsSet.Builder claims(Actor actor) {
        Instant now = Instant.now();
        List<String> roles = actor.roles().stream().map(Role::claim).sorted().toList();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience("dialogue")
                .subject(actor.subject())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(VALID)))
                .claim("roles", roles);
        claims.claim("person_id", actor.personId());
        claims.claim("office", actor.office());
        claims.claim("unit", actor.unit());
        claims.claim("body", actor.body());
        return claims;
    }

    private static String signed(JWTClaimsSet.Builder claims, RSAKey key) {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(), claims.build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException failure) {
            throw new IllegalStateException("the test key does not sign", failure);
        }
        return token.serialize();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException failure) {
            throw new IllegalStateException("no test key could be made", failure);
        }
    }

    private static final class Shared {
        static final RSAKey KEY = newKey();
        static final TestIssuer ISSUER = TestIssuer.start(KEY.toPublicJWK());
    }
}
