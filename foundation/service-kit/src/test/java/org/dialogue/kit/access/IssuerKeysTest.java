package org.dialogue.kit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IssuerKeysTest {

    private final AtomicInteger fetches = new AtomicInteger();
    private volatile boolean away;
    private volatile JWKSet published = new JWKSet(List.of(key("first")));
    private Instant now = Instant.parse("2027-01-05T08:30:00Z");
    private HttpServer server;
    private IssuerKeys keys;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        keys = new IssuerKeys("http://localhost:" + server.getAddress().getPort(), new Clock() {
            @Override
            public ZoneId getZone() {
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
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void areFetchedOnce() throws KeySourceException {
        for (int i = 0; i < 100; i++) {
            assertThat(found("first")).hasSize(1);
        }

        assertThat(fetches).hasValue(1);
    }

    @Test
    void areNotFetchedForEachKeyThatNobodyKnows() throws KeySourceException {
        found("first");
        for (int i = 0; i < 1_000; i++) {
            assertThat(found("made-up-" + i)).isEmpty();
        }

        assertThat(fetches.get()).isLessThanOrEqualTo(2);
    }

    @Test
    void includeANewKeyWithinABoundedTime() throws KeySourceException {
        found("first");
        found("made-up");
        published = new JWKSet(List.of(key("second")));
        now = now.plus(IssuerKeys.PAUSE);

        assertThat(found("second")).hasSize(1);
        assertThat(found("first")).isEmpty();
    }

    @Test
    void stayGoodWhileTheIssuerIsAway() throws KeySourceException {
        found("first");
        away = true;
        now = now.plus(Duration.ofHours(3));

        assertThat(found("first")).hasSize(1);
        assertThatThrownBy(() -> found("unknown")).isInstanceOf(KeySourceException.class);
    }

    @Test
    void areUnknownUntilTheIssuerAnswers() throws KeySourceException {
        away = true;
        for (int i = 0; i < 100; i++) {
            assertThatThrownBy(() -> found("first")).isInstanceOf(KeySourceException.class);
        }
        assertThat(fetches).hasValue(1);

        away = false;
        now = now.plusSeconds(1);
        assertThat(found("first")).hasSize(1);
    }

    private List<JWK> found(String id) throws KeySourceException {
        return keys.get(new JWKSelector(new JWKMatcher.Builder().keyID(id).build()), null);
    }

    private static JWK key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate().toPublicJWK();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A fetch is counted when the configuration is asked for. */
    private void answer(HttpExchange exchange) throws IOException {
        boolean configuration = exchange.getRequestURI().getPath().endsWith("/openid-configuration");
        if (configuration) {
            fetches.incrementAndGet();
        }
        String base = "http://localhost:" + server.getAddress().getPort();
        String text = configuration ? "{\"jwks_uri\":\"" + base + "/jwks\"}" : published.toString();
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(away ? 500 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
