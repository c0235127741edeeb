package org.dialogue.kit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;

class VerifiedTokensTest {

    private static final Instant BEGINNING = Instant.parse("2023-06-01T02:00:00Z");
    private static final Instant EXPIRY = BEGINNING.plusSeconds(5);

    private final List<String> verified = new ArrayList<>();
    private Instant now = BEGINNING;
    private final VerifiedTokens tokens = new VerifiedTokens(
            text -> {
                verified.add(text);
                if (text.startsWith("forged")) {
                    throw new BadJwtException("forged");
                }
                return new Jwt(
                        text, BEGINNING, EXPIRY.plusSeconds(100), Map.of("alg", "RS256"), Map.of("sub", "somebody"));
            },
            token -> now.isBefore(EXPIRY) || token.getTokenValue().equals("long")
                    ? OAuth2TokenValidatorResult.success()
                    : OAuth2TokenValidatorResult.failure(new OAuth2Error("expired")),
            new Clock() {
                @Override
                public ZoneOffset getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return now;
                }
            });

    @Test
    void aSignatureIsVerifiedOnceInAWhile() {
        tokens.decode("long");
        now = BEGINNING.plus(Duration.ofMillis(9_999));
        tokens.decode("long");
        assertThat(verified).hasSize(1);

        now = BEGINNING.plusSeconds(10);
        tokens.decode("long");
        assertThat(verified).hasSize(2);
    }

    @Test
    void whatATokenSaysIsJudgedEachTime() {
        tokens.decode("short");
        now = EXPIRY;

        assertThatThrownBy(() -> tokens.decode("short")).isInstanceOf(JwtValidationException.class);
        assertThat(verified).hasSize(1);
    }

    @Test
    void anotherTokenIsVerifiedByItself() {
        tokens.decode("long");

        assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);
        assertThat(verified).containsExactly("long", "forged", "forged");
    }

    @Test
    void aClockThatWasSetBackVouchesForNothing() {
        tokens.decode("long");
        now = BEGINNING.minusSeconds(60);

        tokens.decode("long");

        assertThat(verified).hasSize(2);
    }
}
