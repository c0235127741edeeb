package org.dialogue.standalone.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.dialogue.embedded.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

class SignInIT {

    private static final String PASSWORD = "for-this-test";

    @TempDir
    private Path data;

    private final int port = Ports.free();
    private final URI issuer = URI.create("http://localhost:" + port);
    private ConfigurableApplicationContext server;

    @BeforeEach
    void start() {
        server = new SpringApplicationBuilder(SignInServer.class)
                .run(
                        "--spring.config.name=" + SignInServer.CONFIGURATION,
                        "--server.port=" + port,
                        "--sign-in.key-file=" + data.resolve("key.json"),
                        "--sign-in.password=" + PASSWORD);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aSignedInPersonGetsATokenThatServicesCanVerify() {
        Jwt token = services().decode(new DemoSignIn(issuer, PASSWORD).token("cao-xuan-diep"));

        String id = DemoPeople.load().find("cao-xuan-diep").orElseThrow().personId();
        assertThat(token.getSubject()).isEqualTo(id);
        assertThat(token.getIssuer()).hasToString(issuer.toString());
        assertThat(token.getAudience()).containsExactly("dialogue");
        assertThat(token.getClaimAsString("person_id")).isEqualTo(id);
        assertThat(token.getClaims().toString())
                .as("nothing that names the person")
                .doesNotContainIgnoringCase("diep")
                .doesNotContainIgnoringCase("xuan");
        assertThat(token.getClaimAsString("office")).isEqualTo("Chairman of the People's Committee, Son Hai");
        assertThat(token.getClaimAsString("unit")).isEqualTo("son-hai");
        assertThat(token.getClaimAsString("body")).isEqualTo("son-hai");
        assertThat(token.getClaimAsStringList("roles")).containsExactly("delegate", "head");
    }

    @Test
    void whoHasNoUnitOrBodyHasNoSuchClaim() {
        Jwt token = services().decode(new DemoSignIn(issuer, PASSWORD).token("auditor"));

        assertThat(token.getClaims()).doesNotContainKeys("unit", "body");
        assertThat(token.getClaimAsStringList("roles")).isEqualTo(List.of("auditor"));
    }

    @Test
    void tokensOutliveARestart() throws Exception {
        String token = new DemoSignIn(issuer, PASSWORD).token("auditor");
        stop();
        start();

        assertThat(services().decode(token).getAudience()).containsExactly("dialogue");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("key.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aTokenIsKeptUntilShortlyBeforeItExpires() {
        var clock = new MovableClock(Instant.now());
        var signIn = new DemoSignIn(issuer, PASSWORD, clock);
        String first = signIn.token("operator");

        clock.now = clock.now.plus(Duration.ofMinutes(58));
        assertThat(signIn.token("operator")).isEqualTo(first);
        clock.now = clock.now.plus(Duration.ofMinutes(2));
        assertThat(signIn.token("operator")).isNotEqualTo(first);
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreRefused() {
        assertThatThrownBy(() -> new DemoSignIn(issuer, "wrong").token("auditor"))
                .isInstanceOf(SignInFailed.class)
                .hasMessageContaining("auditor")
                .hasMessageContaining("password");
        assertThatThrownBy(() -> new DemoSignIn(issuer, PASSWORD).token("nobody"))
                .isInstanceOf(SignInFailed.class)
                .hasMessageContaining("nobody");
    }

    @Test
    void aCodeWithoutProofKeyIsRefused() throws Exception {
        URI withoutChallenge = issuer.resolve("/oauth2/authorize?response_type=code&client_id=" + SignInServer.CLIENT
                + "&scope=openid&redirect_uri=" + SignInServer.REDIRECT);
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(withoutChallenge)
                                .header("Accept", "text/html")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location").orElseThrow()).contains("error=invalid_request");
    }

    private JwtDecoder services() {
        return NimbusJwtDecoder.withIssuerLocation(issuer.toString()).build();
    }

    private static final class MovableClock extends Clock {
        private Instant now;

        private MovableClock(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
