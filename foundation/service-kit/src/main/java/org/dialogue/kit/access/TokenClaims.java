package org.dialogue.kit.access;

import com.nimbusds.jose.JWSObject;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.dialogue.events.Identifier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Insists that a token says who bears it and until when, and that each claim this house reads has its form: what is read
 * from a token is recorded with every event.
 */
public final class TokenClaims implements OAuth2TokenValidator<Jwt> {

    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final int LONGEST = 255;
    private static final long LAST_SECOND =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
    private static final List<String> TIMES = List.of("exp", "iat", "nbf");
    private static final List<String> IDENTIFIERS = List.of("person_id", "unit", "body");

    private final Clock clock;

    public TokenClaims(Clock clock) {
        this.clock = clock;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        String fault = faultOf(token);
        return fault == null
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, fault, null));
    }

    private @Nullable String faultOf(Jwt token) {
        Map<String, Object> claims = token.getClaims();
        Map<String, Object> signed = signed(token);
        if (TIMES.stream().anyMatch(claim -> !isAbsentOr(signed.get(claim), TokenClaims::isTime))) {
            return "a time of the token is malformed";
        }
        Instant now = clock.instant();
        Instant until = token.getExpiresAt();
        if (until == null || !now.minus(SKEW).isBefore(until)) {
            return "the token has run out, or does not say when it does";
        }
        if (isAhead(token.getIssuedAt(), now) || isAhead(token.getNotBefore(), now)) {
            return "the token is of a time to come";
        }
        if (!isPlainText(signed.get("sub"))) {
            return "the token does not say whose it is";
        }
        if (IDENTIFIERS.stream().anyMatch(claim -> !isAbsentOr(claims.get(claim), TokenClaims::isIdentifier))
                || !isAbsentOr(claims.get("office"), TokenClaims::isPlainText)
                || !isAbsentOr(claims.get("roles"), TokenClaims::areNames)) {
            return "a claim of the token is malformed";
        }
        return null;
    }

    /** The claims as they were signed: Nimbus makes text of a number, and of a great number some other moment. */
    private static Map<String, Object> signed(Jwt token) {
        try {
            Map<String, Object> signed =
                    JWSObject.parse(token.getTokenValue()).getPayload().toJSONObject();
            return signed == null ? Map.of() : signed;
        } catch (ParseException malformed) {
            return Map.of();
        }
    }

    private static boolean isTime(Object claim) {
        return claim instanceof Number seconds && seconds.doubleValue() >= 0 && seconds.doubleValue() <= LAST_SECOND;
    }

    private static boolean isAhead(@Nullable Instant time, Instant now) {
        return time != null && time.isAfter(now.plus(SKEW));
    }

    /** A blank claim says as little as none. */
    private static boolean isAbsentOr(@Nullable Object claim, Predicate<Object> wellFormed) {
        return claim == null || (claim instanceof String text && text.isEmpty()) || wellFormed.test(claim);
    }

    private static boolean isIdentifier(Object claim) {
        return claim instanceof String text && Identifier.FORMAT.matcher(text).matches();
    }

    private static boolean areNames(Object claim) {
        return claim instanceof Collection<?> names
                && names.stream().allMatch(name -> name instanceof String text && isPlainText(text));
    }

    private static boolean isPlainText(@Nullable Object claim) {
        return claim instanceof String text
                && !text.isBlank()
                && text.length() <= LONGEST
                && text.codePoints().noneMatch(TokenClaims::isHidden);
    }

    private static boolean isHidden(int point) {
        int type = Character.getType(point);
        return Character.isISOControl(point)
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
