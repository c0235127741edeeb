package org.dialogue.answers.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.testing.TestTokens;

/** Somebody who calls the service over HTTP. */
public final class Caller {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private final String base;
    private final String token;

    private Caller(String base, String token) {
        this.base = base;
        this.token = token;
    }

    public static Caller as(int port, Actor actor) {
        return withToken(port, TestTokens.of(actor));
    }

    public static Caller withToken(int port, String token) {
        return new Caller("http://localhost:" + port, token);
    }

    public static Caller anonymous(int port) {
        return new Caller("http://localhost:" + port, null);
    }

    public Reply get(String path) {
        return send(request(path).GET());
    }

    /** Posts a JSON text; headers as name, value, name, value. */
    public Reply post(String path, String body, String... headers) {
        return send(with(request(path).POST(HttpRequest.BodyPublishers.ofString(body)), headers));
    }

    public Reply put(String path, String body, String... headers) {
        return send(with(request(path).PUT(HttpRequest.BodyPublishers.ofString(body)), headers));
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Reply send(HttpRequest.Builder request) {
        try {
            return new Reply(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
