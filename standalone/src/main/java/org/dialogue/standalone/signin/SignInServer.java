package org.dialogue.standalone.signin;

import static org.springframework.security.config.Customizer.withDefaults;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/**
 * The sign-in server. It names its auto-configurations one by one: whatever the services bring to the class path of
 * the standalone must not come alive here.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignInSettings.class)
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    ServletWebSecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
public class SignInServer {

    /** The name of this server's configuration file, {@code sign-in.yml}. */
    public static final String CONFIGURATION = "sign-in";

    /** The public client that programs on the same machine use. */
    static final String CLIENT = "dialogue-cli";

    /** Where the client is told its code: nothing has to listen there for it to be read from the redirect. */
    static final String REDIRECT = "http://127.0.0.1:8089/signed-in";

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http) throws Exception {
        var server = new OAuth2AuthorizationServerConfigurer();
        return http.securityMatcher(server.getEndpointsMatcher())
                .with(server, endpoints -> endpoints.oidc(withDefaults()))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(failures -> failures.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/login"),
                        new MediaTypeRequestMatcher(MediaType.TEXT_HTML)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .formLogin(withDefaults())
                .build();
    }

    @Bean
    AuthorizationServerSettings addresses(SignInSettings settings) {
        return AuthorizationServerSettings.builder()
                .issuer(settings.issuer().toString())
                .build();
    }

    @Bean
    RegisteredClientRepository clients(SignInSettings settings) {
        return new InMemoryRegisteredClientRepository(RegisteredClient.withId(CLIENT)
                .clientId(CLIENT)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(REDIRECT)
                .scope(OidcScopes.OPENID)
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(settings.tokenLife())
                        .build())
                .build());
    }

    @Bean
    JWKSource<SecurityContext> keys(SignInSettings settings) {
        return new ImmutableJWKSet<>(new JWKSet(SigningKey.in(settings.keyFile())));
    }

    /** Lets tokens of this server read its own user-info page. */
    @Bean
    JwtDecoder tokenReader(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    DemoPeople people(SignInSettings settings) {
        return DemoPeople.load(settings.peopleOf010());
    }

    /** The least strength there is: it protects a published password, and each sign-in of the sample's people waits for it. */
    @Bean
    PasswordEncoder passwords() {
        return new BCryptPasswordEncoder(4);
    }

    @Bean
    UserDetailsService users(DemoPeople people, SignInSettings settings, PasswordEncoder passwords) {
        String password = passwords.encode(settings.password());
        return new InMemoryUserDetailsManager(people.all().stream()
                .map(person -> User.withUsername(person.username())
                        .password(password)
                        .roles(person.roles().toArray(String[]::new))
                        .build())
                .toList());
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(DemoPeople people) {
        return new PersonalClaims(people);
    }

    /** Writes into an access token what the services must know of a person: id, office, unit, body, roles. */
    private static final class PersonalClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

        private static final String AUDIENCE = "dialogue";

        private final DemoPeople people;

        PersonalClaims(DemoPeople people) {
            this.people = people;
        }

        @Override
        public void customize(JwtEncodingContext context) {
            DemoPerson person = Optional.<Authentication>ofNullable(context.getPrincipal())
                    .map(Authentication::getName)
                    .flatMap(people::find)
                    .orElseThrow(() -> new IllegalStateException("Somebody signed in who is no demo person"));
            // The name that is typed at sign-in would be one, and goes into every event.
            context.getClaims().subject(person.personId());
            if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
                describe(person, context);
            }
        }

        private static void describe(DemoPerson person, JwtEncodingContext context) {
            context.getClaims().audience(List.of(AUDIENCE)).claims(claims -> {
                claims.put("person_id", person.personId());
                claims.put("office", person.office());
                claims.put("roles", person.roles());
                Optional.ofNullable(person.unit()).ifPresent(unit -> claims.put("unit", unit));
                Optional.ofNullable(person.body()).ifPresent(body -> claims.put("body", body));
            });
        }
    }

    /** The key that tokens are signed with. It is kept, so that tokens outlive a restart. */
    private static final class SigningKey {

        private static final int BITS = 2048;

        private SigningKey() {}

        /**
         * The key in the file; on first start a new one is put there, readable by its owner only.
         *
         * @throws IllegalStateException if the file holds something else
         */
        static RSAKey in(Path file) {
            try {
                return Files.exists(file) ? RSAKey.parse(Files.readString(file)) : createIn(file);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot keep the signing key in " + file, e);
            } catch (ParseException e) {
                throw new IllegalStateException(
                        "There is no signing key in " + file + "; remove the file for a new one.", e);
            } catch (JOSEException e) {
                throw new IllegalStateException("This Java cannot make an RSA key.", e);
            }
        }

        private static RSAKey createIn(Path file) throws IOException, JOSEException {
            RSAKey key = new RSAKeyGenerator(BITS)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
            Path directory = file.toAbsolutePath().getParent();
            Files.createDirectories(directory);
            Path unfinished = Files.createTempFile(
                    directory,
                    "signing-key",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(unfinished, key.toJSONString());
            // All or nothing: half a key would keep the next start from succeeding.
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            return key;
        }
    }
}
