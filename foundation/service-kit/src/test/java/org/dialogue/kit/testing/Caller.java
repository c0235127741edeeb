package org.dialogue.kit.testing;

import static org.dialogue.kit.testing.Patience.PATIENCE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.dialogue.kit.access.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who calls a running service over HTTP, as a program outside would. Whatever is answered is held to the
 * committed description of the API.
 */
public final class Caller {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private final String base;
    private final @Nullable String token;

    private Caller(int port, @Nullable String token) {
        this("http://localhost:" + port, token);
    }

    private Caller(String base, @Nullable String token) {
        this.base = base;
        this.token = token;
    }

    /** Somebody who is signed in. */
    public static Caller as(int port, Actor actor) {
        return new Caller(port, TestTokens.of(actor));
    }

    /** Somebody with a token of choice, good or bad. */
    public static Caller withToken(int port, String token) {
        return new Caller(port, token);
    }

    /** Somebody who shows no token. */
    public static Caller anonymous(int port) {
        return new Caller(port, null);
    }

    /** {@return somebody else at the same service} */
    Caller bearing(String otherToken) {
        return new Caller(base, otherToken);
    }

    public Reply get(String path) {
        return send(request(path).GET());
    }

    /** Posts JSON; further headers come in pairs of name and value. */
    public Reply post(String path, String json, String... headers) {
        return send("POST", path, json, headers);
    }

    /** Puts JSON; further headers come in pairs of name and value. */
    public Reply put(String path, String json, String... headers) {
        return send("PUT", path, json, headers);
    }

    public Reply delete(String path) {
        return send(request(path).DELETE());
    }

    /** Sends JSON, or what a header says it is, by any method; headers come in pairs of name and value. */
    public Reply send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = request(path)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Reply send(HttpRequest.Builder builder) {
        try {
            HttpRequest request = builder.build();
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            Reply reply = new Reply(response.statusCode(), response.headers(), response.body());
            ApiTraffic.heard(request.method(), request.uri(), reply);
            return reply;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while calling", interrupted);
        }
    }
}
