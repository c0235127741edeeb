package org.dialogue.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescribedApiTest {

    private static final String JSON = "application/json";

    @TempDir
    private Path directory;

    private DescribedApi api;

    @BeforeEach
    void describe() throws Exception {
        Path file = Files.writeString(directory.resolve("openapi.yaml"), """
                openapi: 3.1.0
                info: {title: papers, version: "1"}
                paths:
                  /api/papers/{id}:
                    get:
                      responses:
                        "200":
                          content:
                            application/json:
                              schema: {$ref: "#/components/schemas/Paper"}
                              examples: {example: {$ref: "#/components/examples/Paper"}}
                        "204": {description: Nothing}
                        "404": {$ref: "#/components/responses/Unknown"}
                        "410": {content: {text/plain;charset=UTF-8: {schema: {type: string}}}}
                  /api/papers/latest:
                    get:
                      responses:
                        "200": {content: {application/json: {schema: {$ref: "#/components/schemas/Paper"}}}}
                components:
                  responses:
                    Unknown: {content: {application/json: {schema: {$ref: "#/components/schemas/Paper"}}}}
                  schemas:
                    Paper:
                      type: object
                      required: [title]
                      properties: {title: {type: string}, day: {type: string, format: date}}
                  examples:
                    Paper: {value: {title: 7}}
                """);
        api = DescribedApi.read(file);
    }

    @Test
    void findsTheOperationThatIsMeant() {
        assertThat(api.operation("GET", "/api/papers/17")).map(Object::toString).contains("GET /api/papers/{id}");
        assertThat(api.operation("GET", "/api/papers/latest"))
                .map(Object::toString)
                .contains("GET /api/papers/latest");
        assertThat(api.operation("POST", "/api/papers/17")).isEmpty();
        assertThat(api.operation("GET", "/api/papers/17/pages")).isEmpty();
        assertThat(api.operation("GET", "/api/papers/")).isEmpty();
    }

    @Test
    void hasNothingAgainstWhatIsDescribed() {
        assertThat(paper().problemsOf(200, JSON, "{\"title\": \"Roads\", \"day\": \"2026-02-28\"}"))
                .isEmpty();
        assertThat(paper().problemsOf(204, "", "")).isEmpty();
        assertThat(paper().problemsOf(410, "text/plain", "Burnt")).isEmpty();
        assertThat(paper().problemsOf(410, "text/plain;charset=UTF-8", ""))
                .as("a text of no lines")
                .isEmpty();
        assertThat(paper().problemsOf(404, JSON, "{\"title\": \"What is described for several\"}"))
                .isEmpty();
    }

    @Test
    void tellsWhatIsNot() {
        assertThat(paper().problemsOf(201, JSON, "{\"title\": \"Roads\"}"))
                .singleElement()
                .asString()
                .contains("status 201");
        assertThat(paper().problemsOf(200, "text/html", "<p>"))
                .singleElement()
                .asString()
                .contains("text/html");
        assertThat(paper().problemsOf(200, JSON, "")).singleElement().asString().contains("empty body");
        assertThat(paper().problemsOf(204, JSON, "{}")).isNotEmpty();
        assertThat(paper().problemsOf(404, JSON, "{}"))
                .singleElement()
                .asString()
                .contains("title");
        assertThat(paper().problemsOf(200, JSON, "{}"))
                .singleElement()
                .asString()
                .contains("title");
        assertThat(paper().problemsOf(200, JSON, "{\"title\": \"Roads\", \"colour\": 1}"))
                .as("what is answered beyond the description")
                .singleElement()
                .asString()
                .contains("colour");
    }

    @Test
    void holdsExamplesToTheirSchemas() {
        assertThat(paper().problemsOfExamples()).singleElement().asString().contains("string");
        assertThat(api.operation("GET", "/api/papers/latest").orElseThrow().problemsOfExamples())
                .singleElement()
                .asString()
                .contains("no example");
    }

    private DescribedApi.Operation paper() {
        return api.operation("GET", "/api/papers/17").orElseThrow();
    }
}
