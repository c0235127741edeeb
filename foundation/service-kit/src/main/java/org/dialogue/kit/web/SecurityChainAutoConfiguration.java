package org.dialogue.kit.web;

import jakarta.servlet.DispatcherType;
import java.util.stream.Stream;
import org.dialogue.kit.access.CurrentActor;
import org.dialogue.kit.access.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/**
 * Who may call at all. Health, meters and the API's description are open, because probes and scrapers bring no token and
 * they tell nothing of the dialogue; so are the ledger's checkpoints and proofs, which anybody may hold history against,
 * but not its export, which holds every event; and a service's {@link OpenAddresses}. Everything else needs an access
 * token. What its bearer may do is decided by {@link org.dialogue.kit.access.AllowedTo} and by the controllers.
 */
@AutoConfiguration(
        before = OAuth2ResourceServerWebSecurityAutoConfiguration.class,
        after = OAuth2ResourceServerAutoConfiguration.class)
class SecurityChainAutoConfiguration {

    private static final String[] OPEN = {
        "/actuator/health/**", "/actuator/prometheus", "/v3/api-docs/**", "/v3/api-docs.yaml"
    };

    @Bean
    SecurityFilterChain apiSecurity(
            HttpSecurity http,
            ProblemWriter problems,
            CurrentActor currentActor,
            ObjectProvider<OpenAddresses> further,
            @Value("${ledger.web.path}") String ledger) {
        SecurityAnswers answers = new SecurityAnswers(problems);
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers(ledger + "/export/**")
                        .access((authentication, request) -> new AuthorizationDecision(
                                currentActor.find().stream().anyMatch(actor -> actor.hasAnyOf(Role.AUDITOR))))
                        .requestMatchers(ledger + "/**")
                        .permitAll()
                        .requestMatchers(further.stream().toArray(OpenAddresses[]::new))
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.jwt(
                                jwt -> jwt.jwtAuthenticationConverter(SecurityChainAutoConfiguration::authenticated))
                        .withObjectPostProcessor(failingBy(answers))
                        .authenticationEntryPoint(answers)
                        .accessDeniedHandler(answers))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(answers).accessDeniedHandler(answers))
                // No cookie authenticates anybody, so there is nothing to forge.
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    /** The request as a whole is timed and traced; each filter of the chain in addition cost more than it told. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Authorities are roles, for what Spring itself judges by them, such as the details of health. */
    private static AbstractAuthenticationToken authenticated(Jwt token) {
        return new JwtAuthenticationToken(
                token,
                CurrentActor.rolesOf(token).stream()
                        .map(role -> new SimpleGrantedAuthority(role.claim()))
                        .toList());
    }

    /** As it comes, the filter throws what it cannot judge at the container. */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> failingBy(SecurityAnswers answers) {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                filter.setAuthenticationFailureHandler(answers::commence);
                return filter;
            }
        };
    }

    /** Addresses and methods that Spring's firewall takes for attacks. */
    @Bean
    RequestRejectedHandler rejectedRequests(ProblemWriter problems) {
        return (request, response, rejected) -> {
            boolean method = Stream.of(HttpMethod.values())
                    .filter(known -> known != HttpMethod.TRACE)
                    .noneMatch(known -> known.matches(request.getMethod()));
            HttpStatus status = method ? HttpStatus.METHOD_NOT_ALLOWED : HttpStatus.BAD_REQUEST;
            problems.write(
                    response,
                    Problems.of(
                            status,
                            ProblemCodes.ruleOf(status),
                            ProblemCodes.titleOf(status),
                            method ? "there is no such method" : "the address or a header is malformed"));
        };
    }
}
