package org.dialogue.quality.harness;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An OpenID Connect issuer of the tests' own, as far as services need one: it publishes its key, and vouches for whomever
 * the tests want. That the services take its tokens shows that any issuer works by configuration alone.
 */
public final class Issuer implements AutoCloseable {

    private static final Duration VALIDITY = Duration.ofHours(1);

    private final Map<Person, Token> tokens = new ConcurrentHashMap<>();
    private final HttpServer server;
    private final RSAKey key;

    private Issuer(HttpServer server, RSAKey key) {
        this.server = server;
        this.key = key;
    }

    /** Starts one on a free port of the loopback interface. */
    public static Issuer start() {
        try {
            RSAKey key = new RSAKeyGenerator(2048).keyID("tests").generate();
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Issuer issuer = new Issuer(server, key);
            server.createContext(
                    "/.well-known/openid-configuration", exchange -> answer(exchange, """
                            {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "subject_types_supported": ["public"]}""".formatted(issuer.address())));
            server.createContext("/keys", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
            server.start();
            return issuer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException("no key for the tests' issuer", e);
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    /** {@return the issuer's URI} */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /**
     * Vouches for a person.
     *
     * @param subject the account
     * @param claims what else is true of the person
     * @return an access token for the dialogue, valid for half an hour at least
     */
    public String token(String subject, Map<String, Object> claims) {
        return tokens.compute(
                        new Person(subject, claims),
                        (person, known) -> known != null && known.isFresh() ? known : issue(person))
                .text();
    }

    /** As most clients do, people use a token again, for half of its life. */
    private record Token(String text, Instant issuedAt) {

        boolean isFresh() {
            return Instant.now().isBefore(issuedAt.plus(VALIDITY.dividedBy(2)));
        }
    }

    private record Person(String subject, Map<String, Object> claims) {}

    private Token issue(Person person) {
        Instant now = Instant.now();
        var set = new JWTClaimsSet.Builder()
                .issuer(address())
                .subject(person.subject())
                .audience("dialogue")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(VALIDITY)));
        person.claims().forEach(set::claim);
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), set.build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("the tests' issuer cannot sign", e);
        }
        return new Token(token.serialize(), now);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
