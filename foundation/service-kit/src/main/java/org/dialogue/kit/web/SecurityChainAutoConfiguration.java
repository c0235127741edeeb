package org.dialogue.kit.web;

import jakarta.servlet.DispatcherType;
import org.dialogue.kit.access.CurrentActor;
import org.dialogue.kit.access.Role;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Who may call at all. Health, meters and the API's description are open, because probes and scrapers bring no token and
 * they tell nothing of the dialogue; so are the ledger's checkpoints and proofs, which anybody may hold history against,
 * but not its export, which holds every event. Everything else needs an access token. What its bearer may do is decided
 * by {@link org.dialogue.kit.access.AllowedTo} and by the controllers.
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
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults())
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
}
