package org.dialogue.events.contract;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dialogue.events.AbsentInOlderHistory;
import org.dialogue.events.EventType;
import org.dialogue.events.Identifier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes an event's JSON Schema from its record: a component that may be null is optional, further properties are
 * allowed because readers pass over what they do not know.
 */
final class SchemaWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final SourceComments comments;

    SchemaWriter(SourceComments comments) {
        this.comments = comments;
    }

    /** {@return the schema of one event at its newest revision} */
    ObjectNode schema(EventType event) {
        Map<String, ObjectNode> definitions = new TreeMap<>();
        ObjectNode schema = JSON.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:dialogue:event:" + event.name() + ":v" + event.revision());
        schema.put("title", event.name() + ", revision " + event.revision());
        schema.setAll(object(event.type(), definitions));
        ObjectNode shared = schema.putObject("$defs");
        definitions.forEach(shared::set);
        return schema;
    }

    private ObjectNode object(Class<?> type, Map<String, ObjectNode> definitions) {
        ObjectNode object = JSON.objectNode();
        object.put("type", "object");
        object.put("description", comments.of(type));
        ObjectNode properties = object.putObject("properties");
        for (RecordComponent component : type.getRecordComponents()) {
            ObjectNode property = value(component.getGenericType(), definitions);
            description(type, component.getName()).ifPresent(text -> property.put("description", text));
            properties.set(component.getName(), property);
        }
        var required = object.putArray("required");
        Arrays.stream(type.getRecordComponents())
                .filter(component -> !isOptional(component))
                .forEach(component -> required.add(component.getName()));
        return object;
    }

    private ObjectNode value(Type type, Map<String, ObjectNode> definitions) {
        ObjectNode value = JSON.objectNode();
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            value.put("type", "array");
            value.set("items", value(list.getActualTypeArguments()[0], definitions));
        } else if (type == String.class) {
            value.put("type", "string");
        } else if (type == Instant.class) {
            value.put("type", "string").put("format", "date-time");
        } else if (type == LocalDate.class) {
            value.put("type", "string").put("format", "date");
        } else if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            value.put("type", "integer");
        } else if (type == BigDecimal.class) {
            value.put("type", "number");
        } else if (type == boolean.class) {
            value.put("type", "boolean");
        } else if (type instanceof Class<?> named) {
            value.put("$ref", "#/$defs/" + define(named, definitions));
        } else {
            throw new IllegalStateException("no JSON form is agreed for " + type);
        }
        return value;
    }

    private String define(Class<?> type, Map<String, ObjectNode> definitions) {
        String name = type.getEnclosingClass() == null
                ? type.getSimpleName()
                : type.getEnclosingClass().getSimpleName() + type.getSimpleName();
        if (!definitions.containsKey(name)) {
            definitions.put(name, JSON.objectNode());
            definitions.put(name, definition(type, definitions));
        }
        return name;
    }

    private ObjectNode definition(Class<?> type, Map<String, ObjectNode> definitions) {
        if (Identifier.class.isAssignableFrom(type)) {
            ObjectNode id = JSON.objectNode();
            id.put("type", "string");
            id.put("description", comments.of(type));
            id.put("pattern", "^" + Identifier.FORMAT.pattern() + "$");
            return id;
        }
        if (type.isEnum()) {
            ObjectNode choice = JSON.objectNode();
            choice.put("type", "string");
            choice.put("description", meanings(type));
            constants(type).forEach(choice.putArray("enum")::add);
            return choice;
        }
        if (type.isRecord()) {
            return object(type, definitions);
        }
        throw new IllegalStateException("no JSON form is agreed for " + type);
    }

    private String meanings(Class<?> type) {
        return constants(type)
                .map(name -> name + ": " + comments.of(type, name).orElseThrow())
                .collect(Collectors.joining(" ", comments.of(type) + " ", ""));
    }

    private static Stream<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(constant -> ((Enum<?>) constant).name());
    }

    private Optional<String> description(Class<?> type, String component) {
        return Stream.concat(Stream.of(type), families(type))
                .flatMap(owner -> comments.of(owner, component).stream())
                .findFirst();
    }

    private static Stream<Class<?>> families(Class<?> type) {
        return Arrays.stream(type.getInterfaces())
                .flatMap(family -> Stream.concat(Stream.of(family), families(family)));
    }

    static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || component.isAnnotationPresent(AbsentInOlderHistory.class);
    }
}
