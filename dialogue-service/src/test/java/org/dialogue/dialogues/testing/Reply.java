package org.dialogue.dialogues.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What the service answered. */
public record Reply(int status, HttpHeaders headers, String text, JsonNode json) {

    /** Insists on a status, and shows the answer if it is another. */
    public Reply expect(int wanted) {
        assertThat(status).as("status of %s", text).isEqualTo(wanted);
        return this;
    }

    /** Insists on a problem that names a rule of the state of things. */
    public Reply expectProblem(int wanted, String rule) {
        expect(wanted);
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        assertThat(at("/rule")).as("rule of %s", text).isEqualTo(rule);
        return this;
    }

    /** Insists on a 400 that names exactly these fields and rules, in any order. */
    public Reply expectInvalid(String... fieldsAndRules) {
        expectProblem(400, "invalid-input");
        List<String> found = new ArrayList<>();
        json.at("/errors")
                .forEach(error -> found.add(
                        error.at("/field").asString() + " " + error.at("/rule").asString()));
        assertThat(found).containsExactlyInAnyOrder(fieldsAndRules);
        return this;
    }

    /** {@return the text at a JSON pointer; empty if there is nothing} */
    public String at(String pointer) {
        return json.at(pointer).asString("");
    }

    /** {@return a header; empty if there is none} */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** {@return the entity tag} */
    public String eTag() {
        return header("ETag");
    }
}
