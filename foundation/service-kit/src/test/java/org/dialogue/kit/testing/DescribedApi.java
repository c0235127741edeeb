package org.dialogue.kit.testing;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.swagger.v3.core.util.Yaml31;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A description of an API as it is committed, ready to judge what is sent and answered. */
final class DescribedApi {

    private static final String DOCUMENT = "https://dialogue.example/openapi.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final JsonNode document;
    private final SchemaRegistry schemas;
    private final List<Operation> operations = new ArrayList<>();

    private DescribedApi(JsonNode document) {
        this.document = document;
        closeObjects(document.path("components").path("schemas"));
        inlineSharedResponses(document);
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method -> operations.add(new Operation(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
        // Literal words go before placeholders: /tree/latest is not /tree/{size}.
        operations.sort(Comparator.comparing(operation -> operation.path().replace('{', '~')));
        this.schemas = SchemaRegistry.withDialect(
                Dialects.getOpenApi31(), builder -> builder.schemas(Map.of(DOCUMENT, document.toString())));
    }

    /** Reads a committed document. */
    static DescribedApi read(Path yaml) {
        try {
            String json = Yaml31.mapper()
                    .readTree(Files.readString(yaml, StandardCharsets.UTF_8))
                    .toString();
            return new DescribedApi(JSON.readTree(json));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What is answered beyond the description is not described: for tests, objects hold what they name and no more. */
    private static void closeObjects(JsonNode schemas) {
        schemas.properties().stream()
                .map(Map.Entry::getValue)
                .filter(schema -> schema.has("properties") && !schema.has("additionalProperties"))
                .forEach(schema -> ((ObjectNode) schema).put("additionalProperties", false));
    }

    private static void inlineSharedResponses(JsonNode document) {
        for (JsonNode path : document.path("paths")) {
            for (JsonNode operation : path) {
                for (Map.Entry<String, JsonNode> response :
                        operation.path("responses").properties()) {
                    String shared = response.getValue().path("$ref").asString("");
                    if (!shared.isEmpty()) {
                        response.setValue(document.at(shared.substring(1)));
                    }
                }
            }
        }
    }

    List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** {@return what the description calls this request, if it knows it} */
    Optional<Operation> operation(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.method().equals(method) && operation.matches(path))
                .findFirst();
    }

    /** One operation, with the JSON pointer to it. */
    final class Operation {

        private final String method;
        private final String path;
        private final JsonNode description;

        private Operation(String method, String path, JsonNode description) {
            this.method = method;
            this.path = path;
            this.description = description;
        }

        String method() {
            return method;
        }

        String path() {
            return path;
        }

        JsonNode description() {
            return description;
        }

        /** {@return what the description shows to be sent; missing if it shows nothing} */
        JsonNode example() {
            return example(description.path("requestBody").path("content").path("application/json"));
        }

        private JsonNode example(JsonNode type) {
            String shared = type.at("/examples/example/$ref").asString("");
            return shared.isEmpty()
                    ? type.path("example")
                    : document.at(shared.substring(1)).path("value");
        }

        /** {@return the statuses it is described with} */
        List<String> statuses() {
            return List.copyOf(description.path("responses").propertyNames());
        }

        private boolean matches(String requested) {
            String[] template = path.split("/", -1);
            String[] words = requested.split("/", -1);
            if (template.length != words.length) {
                return false;
            }
            for (int i = 0; i < words.length; i++) {
                boolean placeholder = template[i].startsWith("{");
                if (placeholder ? words[i].isEmpty() : !template[i].equals(words[i])) {
                    return false;
                }
            }
            return true;
        }

        /** {@return what is wrong with an answer; nothing if it is as described} */
        List<String> problemsOf(int status, String contentType, String body) {
            JsonNode response = description.path("responses").path(String.valueOf(status));
            if (response.isMissingNode()) {
                return List.of("status " + status + " is not described, but " + statuses());
            }
            JsonNode content = response.path("content");
            String type = content.propertyNames().stream()
                    .filter(described -> withoutParameters(described).equals(withoutParameters(contentType)))
                    .findFirst()
                    .orElse("");
            if (body.isEmpty()) {
                // A text of no lines is a text.
                return content.isEmpty() || type.startsWith("text/")
                        ? List.of()
                        : List.of("an empty body, where " + content.propertyNames() + " is described");
            }
            if (type.isEmpty()) {
                return List.of("content type " + contentType + " is not described, but " + content.propertyNames());
            }
            return isJson(type)
                    ? violations(body, at("responses", String.valueOf(status), "content", type, "schema"))
                    : List.of();
        }

        /** {@return what is wrong with the described examples; and which are missing} */
        List<String> problemsOfExamples() {
            List<String> problems = new ArrayList<>();
            examine(problems, description.path("requestBody").path("content"), "requestBody", "content");
            description.path("responses").properties().stream()
                    .filter(response -> response.getKey().startsWith("2"))
                    .forEach(response -> examine(
                            problems, response.getValue().path("content"), "responses", response.getKey(), "content"));
            return problems;
        }

        private void examine(List<String> problems, JsonNode content, String... where) {
            content.properties().stream().filter(type -> isJson(type.getKey())).forEach(type -> {
                JsonNode example = example(type.getValue());
                String[] schema = Stream.concat(Stream.of(where), Stream.of(type.getKey(), "schema"))
                        .toArray(String[]::new);
                if (example.isMissingNode()) {
                    problems.add("no example for " + String.join(" ", where));
                } else {
                    violations(example.toString(), at(schema)).forEach(problems::add);
                }
            });
        }

        private String at(String... words) {
            StringBuilder pointer =
                    new StringBuilder("/paths/" + escaped(path) + "/" + method.toLowerCase(Locale.ROOT));
            for (String word : words) {
                pointer.append('/').append(escaped(word));
            }
            return pointer.toString();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private List<String> violations(String body, String schema) {
        return schemas.getSchema(SchemaLocation.of(DOCUMENT + "#" + schema)).validate(body, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    private static String escaped(String word) {
        return word.replace("~", "~0").replace("/", "~1");
    }

    private static String withoutParameters(String type) {
        return type.replaceFirst("\\s*;.*", "");
    }

    private static boolean isJson(String type) {
        return type.equals("application/json") || type.endsWith("+json");
    }

    @Override
    public String toString() {
        return document.path("info").path("title").asString("an API");
    }
}
