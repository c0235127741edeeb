package org.dialogue.kit.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map;

/** Problem details (RFC 9457), as every operation may answer them. */
final class ProblemSchemas {

    private static final String PROBLEM = "Problem";
    private static final String VIOLATION = "Violation";

    private ProblemSchemas() {}

    /** @param further members that some rules fill, by name */
    static void addTo(Components components, Map<String, Schema<?>> further) {
        components.addSchemas(
                VIOLATION,
                object().addProperty("field", text("where: a JSON path, or the name of a header or parameter"))
                        .addProperty("rule", text("the stable name of the rule"))
                        .addProperty("detail", text("one sentence for people")));
        Schema<?> problem = object().addProperty(
                        "type",
                        text("urn:dialogue:problem:<rule>; urn:event-ledger:problem:<rule> from the ledger itself"))
                .addProperty("title", text("the kind of problem"))
                .addProperty("status", typed(new IntegerSchema().format(null), "integer"))
                .addProperty("detail", text("one sentence for people"))
                .addProperty("instance", text("the address that was asked"))
                .addProperty("rule", text("the stable name of the rule"))
                .addProperty("errors", typed(new ArraySchema().items(reference(VIOLATION)), "array"));
        further.forEach(problem::addProperty);
        components.addSchemas(PROBLEM, problem);
    }

    static ApiResponse response(String description) {
        return new ApiResponse()
                .description(description)
                .content(new Content()
                        .addMediaType("application/problem+json", new MediaType().schema(reference(PROBLEM))));
    }

    private static Schema<?> reference(String name) {
        return new Schema<>().$ref("#/components/schemas/" + name);
    }

    private static Schema<?> object() {
        return typed(new ObjectSchema(), "object");
    }

    private static Schema<?> text(String description) {
        return typed(new StringSchema().description(description), "string");
    }

    /** OpenAPI 3.1 reads a set of types where 3.0 had one. */
    private static Schema<?> typed(Schema<?> schema, String type) {
        schema.addType(type);
        return schema;
    }
}
