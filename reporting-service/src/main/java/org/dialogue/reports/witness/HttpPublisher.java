package org.dialogue.reports.witness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.dialogue.ledger.checkpoint.VerifierKey;
import org.dialogue.ledger.tree.Sha256;
import org.dialogue.ledger.tree.TreeHead;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the service itself, under {@code /api/ledger}. */
final class HttpPublisher implements Publisher {

    /** What it does not say in time is missing from the alarm for good: a busy service is given more than it needs. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client;
    private final Source source;

    HttpPublisher(HttpClient client, Source source) {
        this.client = client;
        this.source = source;
    }

    /** Follows no redirects: nobody but the service configured is to be asked. */
    static HttpClient newClient() {
        return HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public Optional<byte[]> rootAt(long size) {
        HttpResponse<String> response = get("/api/ledger/tree/" + size);
        if (response.statusCode() == 200) {
            TreeHead head = head(response.body());
            if (head.size() != size) {
                throw new Unreachable(
                        "%s answers with size %d when asked for %d".formatted(source.url(), head.size(), size));
            }
            return Optional.of(head.root());
        }
        // Not to have it must be told from not to serve it: the size of the whole decides.
        HttpResponse<String> whole = get("/api/ledger/tree");
        if (whole.statusCode() == 200 && head(whole.body()).size() < size) {
            return Optional.empty();
        }
        throw new Unreachable("%s answers %d when asked for its tree".formatted(source.url(), response.statusCode()));
    }

    @Override
    public List<VerifierKey> keys() {
        HttpResponse<String> response = get("/api/ledger/keys");
        if (response.statusCode() != 200) {
            throw new Unreachable(
                    "%s answers %d when asked for its keys".formatted(source.url(), response.statusCode()));
        }
        try {
            return response.body()
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(VerifierKey::parse)
                    .toList();
        } catch (IllegalArgumentException noKey) {
            throw new Unreachable(source.url() + " gives something else than keys", noKey);
        }
    }

    private TreeHead head(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            byte[] root = Base64.getDecoder().decode(json.path("root").asString());
            if (root.length == Sha256.LENGTH && json.path("size").isIntegralNumber()) {
                return new TreeHead(json.path("size").asLong(), root);
            }
            throw new Unreachable(source.url() + " gives something else than a tree");
        } catch (JacksonException | IllegalArgumentException noTree) {
            throw new Unreachable(source.url() + " gives something else than a tree", noTree);
        }
    }

    private HttpResponse<String> get(String path) {
        URI url = source.url();
        if (url == null) {
            throw new Unreachable("it is not configured where " + source.name() + " answers");
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(withoutSlash(url) + path))
                .timeout(PATIENCE)
                .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new Unreachable("%s does not answer: %s".formatted(url, failure), failure);
        } catch (InterruptedException stopped) {
            // That we are stopped says nothing about the publisher, and must not end in an alarm about it.
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking " + url, stopped);
        }
    }

    private static String withoutSlash(URI url) {
        return url.toString().replaceFirst("/+$", "");
    }
}
