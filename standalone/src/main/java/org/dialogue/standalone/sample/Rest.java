package org.dialogue.standalone.sample;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Function;
import org.dialogue.standalone.sample.SampleAddresses.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Speaks to the services' public interfaces as the person who is named. */
final class Rest {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final SampleAddresses addresses;
    private final Function<String, String> tokens;

    Rest(SampleAddresses addresses, Function<String, String> tokens) {
        this.addresses = addresses;
        this.tokens = tokens;
    }

    /**
     * Reads something.
     *
     * @throws IOException if the service cannot be reached
     */
    Reply get(Service service, String path, String by) throws IOException {
        return send(request(service, path).header("Authorization", bearer(by)).GET());
    }

    /**
     * Reads what needs no sign-in.
     *
     * @throws IOException if the service cannot be reached
     */
    Reply getOpenly(Service service, String path) throws IOException {
        return send(request(service, path).GET());
    }

    /**
     * Changes something.
     *
     * @param idempotencyKey names this attempt
     * @throws IOException if the service cannot be reached; the change may have been made
     */
    Reply send(Step step, String idempotencyKey) throws IOException {
        return send(request(step.service(), step.path())
                .header("Authorization", bearer(step.by()))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .method(step.method(), BodyPublishers.ofString(step.body().toString())));
    }

    private HttpRequest.Builder request(Service service, String path) {
        URI address = addresses.of(service).resolve(path);
        return HttpRequest.newBuilder(address).timeout(TIMEOUT).header("Accept", "application/json, */*;q=0.5");
    }

    private Reply send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            boolean replayed =
                    response.headers().firstValue("Idempotency-Replayed").isPresent();
            return new Reply(response.statusCode(), tree(response.body()), response.body(), replayed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    private String bearer(String by) {
        return "Bearer " + tokens.apply(by);
    }

    /** Not everything is JSON, the metrics for one. */
    private static JsonNode tree(String body) {
        if (!body.startsWith("{") && !body.startsWith("[")) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(body);
        } catch (JacksonException noJson) {
            return MissingNode.getInstance();
        }
    }

    /**
     * What a service said.
     *
     * @param json the body, or a missing node if it is no JSON
     * @param replayed whether this is a kept answer to an earlier request with the same key
     */
    record Reply(int status, JsonNode json, String text, boolean replayed) {

        boolean isSuccess() {
            return status / 100 == 2;
        }

        /** {@return whether a problem is of this rule, as a whole or in one of its fields} */
        boolean names(String rule) {
            return rule.equals(json.path("rule").stringValue(null)) || Script.has(json.path("errors"), "rule", rule);
        }

        /** {@return the problem in words} */
        String problem() {
            String detail = json.path("detail").stringValue(text.strip());
            StringBuilder fields = new StringBuilder();
            json.path("errors")
                    .forEach(error -> fields.append("; ")
                            .append(error.path("field").stringValue(""))
                            .append(" ")
                            .append(error.path("detail").stringValue("")));
            return "%d %s%s".formatted(status, detail, fields);
        }
    }
}
