package org.dialogue.kit.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;

/**
 * Adds to each operation what the edge does for it: languages, conditions, idempotency keys, and how it is refused. What
 * that means stands once, among the components of the description.
 */
final class HouseOperations {

    /** What is kept beside the aggregates has no version that could be a condition. */
    private static final List<String> WITHOUT_VERSIONS =
            List.of("/api/dead-letters", "/api/projections", "/api/reports", "/api/witness");

    private static final String LANGUAGE = "Accept-Language";
    private static final String KEY = "Idempotency-Key";
    private static final String CONDITION = "If-Match";
    private static final String VERSION = "ETag";
    private static final String RETRY_AFTER = "Retry-After";

    private HouseOperations() {}

    static void addTo(Components components) {
        components
                .addParameters(
                        LANGUAGE,
                        header(
                                LANGUAGE,
                                "the language of problem details: vi or en, the latter if it is left out or names"
                                        + " neither; Content-Language tells which. What is on record is told in both",
                                "vi"))
                .addParameters(
                        KEY,
                        header(
                                KEY,
                                "1 to 255 visible ASCII characters, which make it safe to repeat the request: with the"
                                        + " same query, If-Match and body it takes effect once, and a repeat is answered"
                                        + " by the state of now, with Idempotency-Replayed: true; with others it is"
                                        + " refused with 422",
                                "3f0c8e1a-5d1c-4b57-9c39-0a4a2f6f1a77"))
                .addParameters(
                        CONDITION,
                        header(
                                CONDITION,
                                "the ETag that was read: nothing is done, and 412 answered, if the thing has changed"
                                        + " since",
                                "\"3\""))
                .addHeaders(
                        VERSION,
                        new Header()
                                .description("the version of what the address names, where it has one")
                                .schema(text()));
        for (Refusal refusal : Refusal.values()) {
            components.addResponses(refusal.name, refusal.response());
        }
    }

    static void complete(String path, HttpMethod method, Operation operation) {
        boolean writes = method != HttpMethod.GET && method != HttpMethod.HEAD;
        boolean ofOne = path.contains("{");
        boolean versioned = WITHOUT_VERSIONS.stream().noneMatch(path::startsWith);
        boolean conditional = writes && ofOne && versioned;
        operation.addParametersItem(new Parameter().$ref(LANGUAGE));
        if (method == HttpMethod.POST) {
            operation.addParametersItem(new Parameter().$ref(KEY));
        }
        if (conditional) {
            operation.addParametersItem(new Parameter().$ref(CONDITION));
        }
        if (operation.getResponses() == null) {
            operation.setResponses(new ApiResponses());
        }
        if (versioned && (writes || ofOne)) {
            operation.getResponses().entrySet().stream()
                    .filter(response -> response.getKey().startsWith("2"))
                    .forEach(response -> response.getValue().addHeaderObject(VERSION, new Header().$ref(VERSION)));
        }
        for (Refusal refusal : Refusal.values()) {
            boolean possible = switch (refusal) {
                case NOT_PERMITTED ->
                    operation.getSecurity() == null || !operation.getSecurity().isEmpty();
                case UNKNOWN -> ofOne;
                case CONFLICT -> writes;
                case STALE -> conditional;
                case KEY_REUSED -> method == HttpMethod.POST;
                default -> true;
            };
            if (possible) {
                refuse(operation, refusal);
            }
        }
    }

    /** Says that an operation may be refused so. */
    static void refuse(Operation operation, Refusal refusal) {
        operation.getResponses().putIfAbsent(refusal.status, new ApiResponse().$ref(refusal.name));
    }

    /** How operations are refused, whatever they do. */
    enum Refusal {
        INVALID("400", "Invalid", "The request is not valid: each field and rule is named"),
        NOT_AUTHENTICATED("401", "NotAuthenticated", "No valid access token, where one is needed or shown"),
        NOT_PERMITTED("403", "NotPermitted", "Not permitted to this actor"),
        UNKNOWN("404", "Unknown", "There is no such thing, or not for this actor"),
        NOT_ACCEPTABLE("406", "NotAcceptable", "Accept allows none of the types that this is answered in"),
        CONFLICT("409", "Conflict", "The state of things does not allow it now"),
        STALE("412", "Stale", "Changed since it was read"),
        TOO_LARGE("413", "TooLarge", "The request body is too large"),
        NOT_JSON("415", "NotJson", "What is sent is not JSON in UTF-8"),
        KEY_REUSED("422", "KeyReused", "The Idempotency-Key was used with another query, If-Match or body"),
        FAILED("500", "Failed", "A fault of the service; its log tells more"),
        UNAVAILABLE("503", "Unavailable", "The store or the issuer of tokens does not answer: try again");

        private final String status;
        private final String name;
        private final String description;

        Refusal(String status, String name, String description) {
            this.status = status;
            this.name = name;
            this.description = description;
        }

        private ApiResponse response() {
            ApiResponse response = ProblemSchemas.response(description);
            return this == UNAVAILABLE
                    ? response.addHeaderObject(
                            RETRY_AFTER,
                            new Header().description("seconds to wait").schema(text()))
                    : response;
        }
    }

    private static Parameter header(String name, String description, String example) {
        return new HeaderParameter()
                .name(name)
                .description(description)
                .required(false)
                .schema(text())
                .example(example);
    }

    private static Schema<?> text() {
        Schema<?> schema = new StringSchema();
        schema.addType("string");
        return schema;
    }
}
