package org.dialogue.kit.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The description of the API as one page for people. It is made here, without scripts and without anything from
 * elsewhere, so that it works offline and under the strictest content security policy.
 */
@Hidden
@RestController
@RequestMapping("/v3/api-docs/page")
class InterfacePage {

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String REFERENCE = "#/components/schemas/";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OpenApiWebMvcResource description;

    InterfacePage(OpenApiWebMvcResource description) {
        this.description = description;
    }

    @GetMapping
    ResponseEntity<String> page(HttpServletRequest request) throws JsonProcessingException {
        JsonNode api = JSON.readTree(description.openapiJson(request, "/v3/api-docs", Locale.ENGLISH));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .header("Content-Security-Policy", POLICY)
                .body(html(api));
    }

    @GetMapping("/style.css")
    ResponseEntity<String> style() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/css;charset=UTF-8"))
                .body("""
                body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff }
                summary { cursor: pointer; padding: .4rem 0 } summary code { font-weight: bold }
                details { border-bottom: 1px solid #c8c8c8 } pre { background: #f2f2f2; padding: .6rem; overflow-x: auto }
                code { overflow-wrap: anywhere } :target { scroll-margin-top: 4rem }
                table { border-collapse: collapse; overflow-wrap: anywhere } th, td { text-align: left; vertical-align: top; padding: .2rem .8rem .2rem 0 }
                """);
    }

    private static String html(JsonNode api) {
        String title = text(api.path("info").path("title"));
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>%1$s</title>
                <meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/v3/api-docs/page/style.css"></head>
                <body><h1>%1$s</h1><p>%2$s For programs: <a href="/v3/api-docs.yaml">OpenAPI</a>.</p>
                %3$s<h2>What is sent and answered</h2>
                %4$s</body></html>
                """.formatted(title, text(api.path("info").path("description")), operations(api), schemas(api));
    }

    private static String operations(JsonNode api) {
        Map<String, StringBuilder> byTag = new TreeMap<>();
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> byTag.computeIfAbsent(
                                        method.getValue().path("tags").path(0).asString(""), tag -> new StringBuilder())
                                .append(operation(
                                        method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                        method.getValue(),
                                        api))));
        return byTag.entrySet().stream()
                .map(tag -> "<h2>%s</h2>%n%s".formatted(subject(tag.getKey()), tag.getValue()))
                .collect(Collectors.joining());
    }

    /** Tags are the names of classes: {@code question-controller}. */
    private static String subject(String tag) {
        return escaped(tag.replaceFirst("-controller$", "").replace('-', ' '));
    }

    private static String operation(String address, JsonNode operation, JsonNode api) {
        JsonNode examples = api.path("components").path("examples");
        StringBuilder html = new StringBuilder("<details><summary><code>%s</code> %s</summary>%n"
                .formatted(escaped(address), text(operation.path("summary"))));
        JsonNode roles = operation.path(OperationNotes.ROLES);
        html.append("<p>%s</p>%n".formatted(roles.isEmpty() ? "Open to everybody." : "For: " + words(roles)));
        table(
                html,
                List.of("parameter", "in", "what"),
                operation
                        .path("parameters")
                        .valueStream()
                        .map(parameter -> resolved(parameter, api))
                        .map(parameter -> List.of(
                                name(
                                        text(parameter.path("name")),
                                        parameter.path("required").asBoolean(false)),
                                text(parameter.path("in")),
                                meaning(parameter.path("description"), parameter.path("schema"))))
                        .toList());
        content(html, "Send", operation.path("requestBody").path("content"), examples);
        operation.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .forEach(response -> content(
                        html, "Answer " + response.getKey(), response.getValue().path("content"), examples));
        table(
                html,
                List.of("status", "meaning"),
                operation.path("responses").properties().stream()
                        .map(response -> List.of(
                                escaped(response.getKey()),
                                text(resolved(response.getValue(), api).path("description"))))
                        .toList());
        return html.append("</details>\n").toString();
    }

    private static JsonNode resolved(JsonNode value, JsonNode api) {
        String reference = value.path("$ref").asString("");
        return reference.isEmpty() ? value : api.at(reference.substring(1));
    }

    private static void content(StringBuilder html, String title, JsonNode content, JsonNode examples) {
        content.properties().forEach(type -> {
            html.append("<p>%s: <code>%s</code> %s</p>%n"
                    .formatted(
                            title,
                            escaped(type.getKey()),
                            constraints(type.getValue().path("schema"))));
            String shared =
                    type.getValue().at("/examples/example/$ref").asString("").replaceFirst(".*/", "");
            JsonNode example = shared.isEmpty()
                    ? type.getValue().path("example")
                    : examples.path(shared).path("value");
            if (!example.isMissingNode()) {
                html.append("<pre>%s</pre>%n".formatted(escaped(example.toPrettyString())));
            }
        });
    }

    private static String name(String name, boolean required) {
        return "<code>" + name + "</code>" + (required ? " (required)" : "");
    }

    private static String meaning(JsonNode description, JsonNode schema) {
        return description.asString("").isEmpty()
                ? constraints(schema)
                : text(description) + " (" + constraints(schema) + ")";
    }

    /** Links lead to what is inside of details, because that is what browsers open for them. */
    private static String schemas(JsonNode api) {
        return api.path("components").path("schemas").properties().stream()
                .map(schema -> {
                    StringBuilder html =
                            new StringBuilder("<details><summary><code>%1$s</code></summary><div id=\"%1$s\">%n"
                                    .formatted(escaped(schema.getKey())));
                    List<String> required = schema.getValue()
                            .path("required")
                            .valueStream()
                            .map(JsonNode::asString)
                            .toList();
                    table(
                            html,
                            List.of("field", "what"),
                            schema.getValue().path("properties").properties().stream()
                                    .map(field -> List.of(
                                            name(escaped(field.getKey()), required.contains(field.getKey())),
                                            meaning(field.getValue().path("description"), field.getValue())))
                                    .toList());
                    return html.append("</div></details>\n");
                })
                .collect(Collectors.joining());
    }

    private static void table(StringBuilder html, List<String> head, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        html.append("<table><tr>");
        head.forEach(cell -> html.append("<th scope=\"col\">").append(cell).append("</th>"));
        rows.forEach(row -> html.append("</tr>\n<tr>")
                .append(row.stream().map(cell -> "<td>" + cell + "</td>").collect(Collectors.joining())));
        html.append("</tr></table>\n");
    }

    /** A link to the schema, or what a plain value may be. */
    private static String constraints(JsonNode schema) {
        String reference =
                schema.path("$ref").asString(schema.path("items").path("$ref").asString(""));
        if (reference.startsWith(REFERENCE)) {
            String name = escaped(reference.substring(REFERENCE.length()));
            return "<a href=\"#%s\">%s%s</a>".formatted(name, schema.has("items") ? "list of " : "", name);
        }
        if (schema.has("enum")) {
            return "one of " + words(schema.path("enum"));
        }
        String type = text(schema.path("type")) + (schema.has("format") ? ", " + text(schema.path("format")) : "");
        return schema.has("items") ? "list of " + constraints(schema.path("items")) : type;
    }

    private static String words(JsonNode list) {
        return list.valueStream().map(InterfacePage::text).collect(Collectors.joining(", "));
    }

    private static String text(JsonNode value) {
        return escaped(value.asString(""));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
