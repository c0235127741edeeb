package org.dialogue.dialogues.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.dialogue.dialogues.DialogueServiceApplication;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.testing.ServiceTest;
import org.dialogue.kit.testing.TestTokens;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** The whole service, spoken to over HTTP as its callers do. All subclasses share one instance of it. */
@ServiceTest(classes = DialogueServiceApplication.class)
public abstract class RunningService {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicInteger COUNTER = new AtomicInteger();

    @LocalServerPort
    private int port;

    /** {@return an id that no other test uses} */
    protected static String fresh(String prefix) {
        return prefix + "-" + COUNTER.incrementAndGet();
    }

    protected Reply get(Actor actor, String path) {
        return send(request(path).GET().header("Authorization", TestTokens.bearer(actor)));
    }

    protected Reply getWith(String authorization, String path) {
        return send(request(path).GET().header("Authorization", authorization));
    }

    protected Reply getAnonymously(String path) {
        return send(request(path).GET());
    }

    protected Reply delete(Actor actor, String path) {
        return send(request(path).DELETE().header("Authorization", TestTokens.bearer(actor)));
    }

    /** Posts JSON, with further headers as names and values. */
    protected Reply post(Actor actor, String path, String json, String... headers) {
        HttpRequest.Builder request = request(path)
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .header("Content-Type", "application/json")
                .header("Authorization", TestTokens.bearer(actor));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private static Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String type = response.headers().firstValue("Content-Type").orElse("");
            return new Reply(
                    response.statusCode(),
                    response.headers(),
                    response.body(),
                    type.contains("json") && !response.body().isEmpty()
                            ? JSON.readTree(response.body())
                            : JSON.createObjectNode());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
