package org.dialogue.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.sample.SampleService;
import org.dialogue.kit.testing.Caller;
import org.dialogue.kit.testing.Reply;
import org.dialogue.kit.testing.ServiceTest;
import org.dialogue.kit.testing.TestActors;
import org.dialogue.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest(classes = SampleService.class)
class TokensIT {

    private static final Actor SECRETARIAT = TestActors.secretariat();

    @LocalServerPort
    int port;

    static Stream<Arguments> faults() {
        Date soon = Date.from(Instant.now().plusSeconds(3_600));
        return Stream.of(
                fault("no exp", claims -> claims.expirationTime(null)),
                fault("no sub", claims -> claims.subject(null)),
                fault("empty sub", claims -> claims.subject("")),
                fault("blank sub", claims -> claims.subject(" ")),
                fault("sub with a line end", claims -> claims.subject("a\nb")),
                fault("sub as a number", claims -> claims.claim("sub", 7)),
                fault("iat to come", claims -> claims.issueTime(soon)),
                fault("nbf to come", claims -> claims.notBeforeTime(soon)),
                fault("exp as text", claims -> claims.claim("exp", "tomorrow")),
                fault("exp beyond all years", claims -> claims.claim("exp", BigInteger.TEN.pow(18))),
                fault("exp before all years", claims -> claims.claim("exp", -1)),
                fault("iat beyond all numbers", claims -> claims.claim("iat", BigInteger.TEN.pow(30))),
                fault("nbf beyond all numbers", claims -> claims.claim("nbf", 1e300)),
                fault("iat before all years", claims -> claims.claim("iat", -5)),
                fault("iat as text", claims -> claims.claim("iat", "today")),
                fault("roles as text", claims -> claims.claim("roles", "secretariat")),
                fault("roles as a number", claims -> claims.claim("roles", 7)),
                fault("roles as an object", claims -> claims.claim("roles", Map.of("a", 1))),
                fault("roles of numbers", claims -> claims.claim("roles", List.of(1, 2))),
                fault("person_id as a list", claims -> claims.claim("person_id", List.of("a"))),
                fault("person_id that is no id", claims -> claims.claim("person_id", "no good id")),
                fault("unit that is no id", claims -> claims.claim("unit", "../x")),
                fault("body as an object", claims -> claims.claim("body", Map.of("id", "x"))),
                fault("office with a control character", claims -> claims.claim("office", "a\u0000b")),
                fault("office as a number", claims -> claims.claim("office", 7)),
                fault("no audience", claims -> claims.audience((String) null)),
                fault("no issuer", claims -> claims.issuer(null)));
    }

    private static Arguments fault(String name, UnaryOperator<JWTClaimsSet.Builder> change) {
        return Arguments.of(name, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void refusesMalformedClaims(String name, UnaryOperator<JWTClaimsSet.Builder> change) {
        Reply refused =
                Caller.withToken(port, TestTokens.with(SECRETARIAT, change)).get("/api/papers/p1");

        refused.expectProblem(401, "not-authenticated");
        assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void refusesOtherSignatures() {
        String[] parts = TestTokens.of(SECRETARIAT).split("\\.");
        for (String header : List.of(
                "{\"alg\":\"none\"}",
                "{\"alg\":\"HS256\",\"kid\":\"test\"}",
                "{\"alg\":\"RS256\",\"kid\":\"test\",\"typ\":\"logout+jwt\"}",
                "{\"alg\":\"RS256\",\"kid\":\"unheard-of\"}",
                "[]")) {
            String forged = Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes()) + "." + parts[1]
                    + "." + parts[2];
            Caller.withToken(port, forged).get("/api/papers/p1").expectProblem(401, "not-authenticated");
        }
        Caller.withToken(port, "x.y").get("/api/papers/p1").expectProblem(401, "not-authenticated");
        Caller.withToken(port, parts[0] + "." + parts[1] + ".")
                .get("/api/papers/p1")
                .expectProblem(401, "not-authenticated");
    }
}
