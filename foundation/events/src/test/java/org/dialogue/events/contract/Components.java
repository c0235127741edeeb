package org.dialogue.events.contract;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Walks the components of a record, and of the records within it. */
final class Components {

    private Components() {}

    /** {@return whether anything in the record, at any depth, may be absent} */
    static boolean hasOptionalParts(Class<?> type) {
        return components(type)
                .anyMatch(component ->
                        SchemaWriter.isOptional(component) || hasOptionalParts(element(component.getGenericType())));
    }

    /**
     * Looks for what a JSON file leaves out.
     *
     * @param type the record
     * @param json its JSON
     * @return the paths of components that are absent, and of lists that are empty
     */
    static List<String> missing(Class<?> type, JsonNode json) {
        List<String> missing = new ArrayList<>();
        collect(type, json, "", missing);
        return missing;
    }

    private static void collect(Class<?> type, JsonNode json, String path, List<String> missing) {
        components(type).forEach(component -> {
            String here = path + "/" + component.getName();
            JsonNode value = json.path(component.getName());
            if (value.isMissingNode() || value.isNull() || (value.isArray() && value.isEmpty())) {
                missing.add(here);
            } else if (value.isArray()) {
                value.forEach(item -> collect(element(component.getGenericType()), item, here, missing));
            } else {
                collect(component.getType(), value, here, missing);
            }
        });
    }

    private static Stream<RecordComponent> components(Class<?> type) {
        boolean object = type.isRecord() && !org.dialogue.events.Identifier.class.isAssignableFrom(type);
        return object ? Arrays.stream(type.getRecordComponents()) : Stream.empty();
    }

    private static Class<?> element(Type type) {
        return (Class<?>) (type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type);
    }
}
