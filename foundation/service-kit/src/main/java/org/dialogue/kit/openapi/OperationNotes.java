package org.dialogue.kit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.util.Yaml31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.dialogue.kit.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * What people have written about an API, in YAML beside its code: of each operation a summary and the roles that it is
 * for, and which refusals of the house it never answers with; further members of problem documents; and examples of what is
 * sent and answered, by the names of their schemas.
 *
 * <pre>
 * operations:
 *   POST /api/questions/{id}/withdrawal:
 *     summary: Take a question back
 *     roles: [delegate, secretariat]
 *     never: ["409"]
 * problems:
 *   openTotal: {type: integer, description: how many are open}
 * examples:
 *   QuestionWithdrawal:
 *     reason: Settled
 * </pre>
 */
final class OperationNotes {

    /** The extension that names roles in the description; none means that an operation is open to everybody. */
    static final String ROLES = "x-roles";

    private static final List<String> EVERYBODY = Arrays.stream(Role.values())
            .filter(role -> role != Role.SYSTEM)
            .map(Role::claim)
            .toList();
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String EXAMPLES = "#/components/examples/";
    private static final String ITEMS = "items";

    private final JsonNode operations;
    private final JsonNode problems;
    private final ObjectNode examples;

    private OperationNotes(JsonNode operations, JsonNode problems, ObjectNode examples) {
        this.operations = operations;
        this.problems = problems;
        this.examples = examples;
    }

    /** {@return the notes in these files on the class path, as far as there are such files} */
    static OperationNotes read(String... files) {
        ObjectNode operations = JsonNodeFactory.instance.objectNode();
        ObjectNode problems = JsonNodeFactory.instance.objectNode();
        ObjectNode examples = JsonNodeFactory.instance.objectNode();
        for (String file : files) {
            JsonNode notes = notes(new ClassPathResource(file));
            notes.path("operations").properties().forEach(note -> operations.set(note.getKey(), note.getValue()));
            notes.path("problems").properties().forEach(note -> problems.set(note.getKey(), note.getValue()));
            notes.path("examples").properties().forEach(note -> examples.set(note.getKey(), note.getValue()));
        }
        return new OperationNotes(operations, problems, examples);
    }

    private static JsonNode notes(ClassPathResource file) {
        if (!file.exists()) {
            return JsonNodeFactory.instance.objectNode();
        }
        try (InputStream text = file.getInputStream()) {
            return Yaml31.mapper().readTree(text);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read " + file, failure);
        }
    }

    /** {@return the further members of problem documents, by name} */
    Map<String, Schema<?>> problemMembers() {
        Map<String, Schema<?>> members = new TreeMap<>();
        problems.properties()
                .forEach(member ->
                        members.put(member.getKey(), Yaml31.mapper().convertValue(member.getValue(), Schema.class)));
        return members;
    }

    /** Completes the whole description, after its operations have got their responses. */
    void complete(OpenAPI api) {
        if (api.getPaths() != null) {
            api.getPaths()
                    .forEach((path, item) -> item.readOperationsMap()
                            .forEach((method, operation) ->
                                    complete(operations.path(method + " " + path), operation, api.getComponents())));
        }
    }

    private void complete(JsonNode note, Operation operation, Components components) {
        if (note.has("summary")) {
            operation.setSummary(note.path("summary").asText());
        }
        note.path("never").forEach(status -> operation.getResponses().remove(status.asText()));
        if (note.has("roles")) {
            List<String> roles = StreamSupport.stream(note.path("roles").spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
            operation.addExtension(ROLES, roles);
            if (roles.containsAll(EVERYBODY)) {
                operation.getResponses().remove("403");
            }
        }
        if (operation.getRequestBody() != null) {
            exemplify(operation.getRequestBody().getContent(), components);
        }
        operation.getResponses().entrySet().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .forEach(response -> exemplify(response.getValue().getContent(), components));
    }

    private void exemplify(@Nullable Content content, Components components) {
        if (content != null) {
            content.values().forEach(type -> exemplify(type, components));
        }
    }

    /** What several operations send or answer is told once. */
    private void exemplify(MediaType type, Components components) {
        Schema<?> schema = type.getSchema();
        if (schema == null) {
            return;
        }
        String name = name(schema);
        example(schema, components).ifPresent(example -> {
            if (name == null) {
                type.setExample(example);
            } else {
                components.addExamples(name, new Example().value(example));
                type.setExamples(Map.of("example", new Example().$ref(EXAMPLES + name)));
            }
        });
    }

    /** Written down, or a list or page of what is. */
    private Optional<JsonNode> example(Schema<?> schema, Components components) {
        String name = name(schema);
        if (name != null && examples.has(name)) {
            return Optional.of(examples.get(name));
        }
        if (name != null) {
            Schema<?> page = components.getSchemas().get(name);
            Object items = page == null || page.getProperties() == null
                    ? null
                    : page.getProperties().get(ITEMS);
            return items instanceof Schema<?> list
                    ? example(list, components)
                            .map(example ->
                                    JsonNodeFactory.instance.objectNode().set(ITEMS, example))
                    : Optional.empty();
        }
        return Optional.<Schema<?>>ofNullable(schema.getItems())
                .flatMap(item -> example(item, components))
                .map(example -> listOf(example));
    }

    private static ArrayNode listOf(JsonNode example) {
        return JsonNodeFactory.instance.arrayNode().add(example);
    }

    private static @Nullable String name(Schema<?> schema) {
        String reference = schema.get$ref();
        return reference == null ? null : reference.substring(SCHEMAS.length());
    }
}
