package org.dialogue.reports.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Asks a running service. */
public final class Api {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;

    public Api(int port) {
        this.address = "http://localhost:" + port;
    }

    public Reply get(String path, @Nullable String token) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).GET(), token);
    }

    public Reply post(String path, @Nullable String token) {
        return send(
                HttpRequest.newBuilder(URI.create(address + path)).POST(HttpRequest.BodyPublishers.noBody()), token);
    }

    public Reply post(String path, @Nullable String token, String json) {
        return send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)),
                token);
    }

    /** What is not JSON. */
    public String text(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).build()).body();
    }

    private Reply send(HttpRequest.Builder request, @Nullable String token) {
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> response = send(request.build());
        return new Reply(
                response.statusCode(),
                response.headers(),
                response.body().isEmpty() ? JsonNodeFactory.instance.missingNode() : JSON.readTree(response.body()));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
