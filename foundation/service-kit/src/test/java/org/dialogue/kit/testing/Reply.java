package org.dialogue.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a service answered.
 *
 * @param text the body as it came
 */
public record Reply(int status, HttpHeaders headers, String text) {

    private static final JsonMapper JSON = new JsonMapper();

    /** {@return the body read as JSON; missing if it is empty} */
    public JsonNode json() {
        return text.isEmpty() ? JsonNodeFactory.instance.missingNode() : JSON.readTree(text);
    }

    /** {@return the text at a JSON pointer; empty if there is nothing} */
    public String at(String pointer) {
        return json().at(pointer).asString("");
    }

    /** {@return a header; empty if there is none} */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** {@return the entity tag, which must be there} */
    public String eTag() {
        assertThat(header("ETag")).as("entity tag of %s", text).isNotEmpty();
        return header("ETag");
    }

    /** Insists on a status, and shows the answer if it is another. */
    public Reply expect(int wanted) {
        assertThat(status).as("status of %s", text).isEqualTo(wanted);
        return this;
    }

    /** Insists on a problem that names a rule. */
    public Reply expectProblem(int wanted, String rule) {
        expect(wanted);
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        assertThat(at("/rule")).as("rule of %s", text).isEqualTo(rule);
        return this;
    }

    /**
     * Insists on a 400 that explains exactly these violations.
     *
     * @param fieldsAndRules such as {@code "parts[0].text not-blank"}, in any order
     */
    public Reply expectInvalid(String... fieldsAndRules) {
        expectProblem(400, "invalid-input");
        List<String> found = new ArrayList<>();
        for (JsonNode error : json().path("errors")) {
            found.add(error.path("field").asString() + " " + error.path("rule").asString());
            assertThat(error.path("detail").asString()).as("detail in %s", text).isNotBlank();
        }
        assertThat(found).containsExactlyInAnyOrder(fieldsAndRules);
        return this;
    }
}
