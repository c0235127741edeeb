package org.dialogue.kit.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.testing.TestTokens;

/** Asks a running service, as a program outside would. */
public final class Api {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    public Api(int port) {
        this.base = "http://localhost:" + port;
    }

    public HttpResponse<String> get(Actor actor, String path) {
        return send(
                request(path).header("Authorization", TestTokens.bearer(actor)).GET());
    }

    public HttpResponse<String> getAnonymously(String path) {
        return send(request(path).GET());
    }

    public HttpResponse<String> getWithToken(String token, String path) {
        return send(request(path).header("Authorization", "Bearer " + token).GET());
    }

    /** Sends JSON; further headers come in pairs of name and value. */
    public HttpResponse<String> send(Actor actor, String method, String path, String body, String... headers) {
        HttpRequest.Builder request = request(path)
                .header("Authorization", TestTokens.bearer(actor))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
