package org.dialogue.quality.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One person's way to one service: its public REST interface and nothing else. */
public final class Rest {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Patience.REQUEST).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI base;
    private final Supplier<String> token;

    /**
     * Speaks to one service as one person.
     *
     * @param base the service's address
     * @param token gives the person's access token, anew for each request
     */
    public Rest(URI base, Supplier<String> token) {
        this.base = base;
        this.token = token;
    }

    /** Reads. */
    public Reply get(String path) {
        return send(path, request(path).GET());
    }

    /** Reads what is no JSON. */
    public String text(String path) {
        try {
            return HTTP.send(request(path).build(), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(path + " had no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(path + " was interrupted", e);
        }
    }

    /** Sends a JSON body. */
    public Reply post(String path, String json) {
        return send(path, request(path).POST(BodyPublishers.ofString(json)));
    }

    /** Sends a JSON body with an idempotency key. */
    public Reply post(String path, String json, String key) {
        return send(path, request(path).header("Idempotency-Key", key).POST(BodyPublishers.ofString(json)));
    }

    /** Replaces a document. */
    public Reply put(String path, String json) {
        return send(path, request(path).PUT(BodyPublishers.ofString(json)));
    }

    /** Takes away. */
    public Reply delete(String path) {
        return send(path, request(path).DELETE());
    }

    /**
     * Keeps what it reads in a file.
     *
     * @return the HTTP status
     */
    public int download(String path, Path file) {
        try {
            return HTTP.send(request(path).build(), BodyHandlers.ofFile(file)).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(path + " was not handed over", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(path + " was interrupted", e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(Patience.REQUEST)
                .header("Authorization", "Bearer " + token.get());
    }

    private static Reply send(String path, HttpRequest.Builder builder) {
        HttpRequest request = builder.header("Content-Type", "application/json").build();
        String what = request.method() + " " + path;
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            return new Reply(what, response.statusCode(), response.headers(), parse(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(what + " had no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(what + " was interrupted", e);
        }
    }

    private static JsonNode parse(String body) {
        return body.isBlank() ? JSON.valueToTree(Map.of()) : JSON.readTree(body);
    }
}
