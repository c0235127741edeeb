package org.dialogue.kit.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;

/** Adds to an operation what the edge does for it: conditions, idempotency keys, and how it is refused. */
final class HouseOperations {

    /** What keeps the programs running acts on no aggregate, so there is no version to make a condition. */
    private static final List<String> WITHOUT_VERSIONS =
            List.of("/api/dead-letters", "/api/projections", "/api/reports");

    private HouseOperations() {}

    static void complete(String path, HttpMethod method, Operation operation) {
        boolean writes = method != HttpMethod.GET && method != HttpMethod.HEAD;
        boolean ofOne = path.contains("{");
        boolean conditional = writes && ofOne && WITHOUT_VERSIONS.stream().noneMatch(path::startsWith);
        if (method == HttpMethod.POST) {
            operation.addParametersItem(header(
                    "Idempotency-Key", "1 to 255 visible ASCII characters; a repeat is answered as the first was"));
        }
        if (conditional) {
            operation.addParametersItem(
                    header("If-Match", "the entity tag that was read; refused with 412 if it has changed since"));
        }
        if (operation.getResponses() == null) {
            operation.setResponses(new ApiResponses());
        }
        if (writes || ofOne) {
            addEntityTags(operation.getResponses());
        }
        addProblems(operation.getResponses(), method, writes, ofOne, conditional);
        if (operation.getSecurity() == null || !operation.getSecurity().isEmpty()) {
            problem(operation.getResponses(), "401", "No valid access token");
            problem(operation.getResponses(), "403", "Not permitted to this actor");
        }
    }

    private static void addEntityTags(ApiResponses responses) {
        for (Map.Entry<String, ApiResponse> response : responses.entrySet()) {
            if (response.getKey().startsWith("2")) {
                response.getValue()
                        .addHeaderObject(
                                "ETag",
                                new Header()
                                        .description("the version of what the address names, where it has one")
                                        .schema(text()));
            }
        }
    }

    private static void addProblems(
            ApiResponses responses, HttpMethod method, boolean writes, boolean ofOne, boolean conditional) {
        problem(responses, "400", "The request is not valid: each field and rule is named");
        if (ofOne) {
            problem(responses, "404", "There is no such thing");
        }
        if (writes) {
            problem(responses, "409", "The state of things does not allow it now");
            problem(responses, "413", "The request body is too large");
            problem(responses, "503", "Try again");
        }
        if (conditional) {
            problem(responses, "412", "Changed since it was read");
        }
        if (method == HttpMethod.POST) {
            problem(responses, "422", "The Idempotency-Key was used with another body");
        }
    }

    private static void problem(ApiResponses responses, String status, String description) {
        responses.putIfAbsent(status, ProblemSchemas.response(description));
    }

    private static HeaderParameter header(String name, String description) {
        HeaderParameter parameter = new HeaderParameter();
        parameter.setName(name);
        parameter.setDescription(description);
        parameter.setRequired(false);
        parameter.setSchema(text());
        return parameter;
    }

    private static Schema<?> text() {
        Schema<?> schema = new StringSchema();
        schema.addType("string");
        return schema;
    }
}
