package org.dialogue.answers.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service answered. */
public record Reply(HttpResponse<String> response) {

    private static final JsonMapper JSON = new JsonMapper();

    public int status() {
        return response.statusCode();
    }

    public JsonNode json() {
        return JSON.readTree(response.body());
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    public String eTag() {
        return header("ETag").orElseThrow(() -> new AssertionError("no ETag: " + response.body()));
    }

    public Reply ok(int status) {
        assertThat(status()).as(response.body()).isEqualTo(status);
        return this;
    }

    /** A refusal of the whole request, by this rule. */
    public Reply refused(int status, String rule) {
        ok(status);
        assertThat(header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(json().path("rule").asString()).as(response.body()).isEqualTo(rule);
        return this;
    }

    /** A refusal that names this field and rule among its errors. */
    public Reply invalid(String field, String rule) {
        refused(400, "invalid-input");
        assertThat(json().path("errors")).as(response.body()).anySatisfy(error -> {
            assertThat(error.path("field").asString()).isEqualTo(field);
            assertThat(error.path("rule").asString()).isEqualTo(rule);
            assertThat(error.path("detail").asString()).isNotBlank();
        });
        return this;
    }
}
