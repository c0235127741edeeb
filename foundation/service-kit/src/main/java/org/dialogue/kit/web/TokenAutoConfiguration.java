package org.dialogue.kit.web;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.dialogue.kit.access.IssuerKeys;
import org.dialogue.kit.access.TokenClaims;
import org.dialogue.kit.access.VerifiedTokens;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** How tokens are checked: by public keys of the issuer alone, and by every claim that this house reads. */
@AutoConfiguration(before = OAuth2ResourceServerAutoConfiguration.class)
class TokenAutoConfiguration {

    private static final JWSAlgorithm[] PUBLIC_KEY_ALGORITHMS = {
        JWSAlgorithm.RS256,
        JWSAlgorithm.RS384,
        JWSAlgorithm.RS512,
        JWSAlgorithm.PS256,
        JWSAlgorithm.ES256,
        JWSAlgorithm.ES384
    };

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder tokenDecoder(
            @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri}") String issuer,
            @Value("${spring.security.oauth2.resourceserver.jwt.audiences}") List<String> audiences) {
        // The issuer's time is the world's, whatever clock a service goes by.
        Clock clock = Clock.systemUTC();
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(
                JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"), null));
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(Set.of(PUBLIC_KEY_ALGORITHMS), new IssuerKeys(issuer, clock)));
        // Times are judged by TokenClaims.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(token -> OAuth2TokenValidatorResult.success());
        return new VerifiedTokens(
                decoder,
                new DelegatingOAuth2TokenValidator<>(
                        new JwtIssuerValidator(issuer),
                        new JwtClaimValidator<List<String>>(
                                "aud", named -> named != null && named.stream().anyMatch(audiences::contains)),
                        new TokenClaims(clock)),
                clock);
    }
}
