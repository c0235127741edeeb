package org.dialogue.standalone.sample;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds what a file leaves out although its record needs it: everything that is neither nullable nor a list by choice. */
final class RequiredFields {

    /** Lists that may be left out for none. */
    private static final Set<String> OPTIONAL =
            Set.of("aliases", "references", "assignments", "milestones", "Assignment.parts", "approximate");

    private RequiredFields() {}

    /** {@return the paths of the fields that are missing, such as {@code questions[2].asker}} */
    static List<String> missing(JsonNode file, Class<?> type) {
        List<String> missing = new ArrayList<>();
        collect(file, type, "", missing);
        return missing;
    }

    private static void collect(JsonNode node, Class<?> type, String path, List<String> missing) {
        for (RecordComponent component : type.getRecordComponents()) {
            String here = path.isEmpty() ? component.getName() : path + "." + component.getName();
            JsonNode value = node.path(component.getName());
            if (value.isMissingNode() || value.isNull()) {
                if (isRequired(type, component)) {
                    missing.add(here + " is missing");
                }
            } else {
                descend(value, component.getGenericType(), here, missing);
            }
        }
    }

    private static void descend(JsonNode value, Type type, String path, List<String> missing) {
        if (type instanceof Class<?> named && named.isRecord()) {
            collect(value, named, path, missing);
        } else if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            for (int i = 0; i < value.size(); i++) {
                descend(value.path(i), generic.getActualTypeArguments()[0], path + "[" + i + "]", missing);
            }
        } else if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            value.propertyStream()
                    .forEach(entry -> descend(
                            entry.getValue(),
                            generic.getActualTypeArguments()[1],
                            path + "." + entry.getKey(),
                            missing));
        }
    }

    private static boolean isRequired(Class<?> owner, RecordComponent component) {
        boolean topLevel = owner == SampleProgramme.class;
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                && (topLevel || !OPTIONAL.contains(component.getName()))
                && !OPTIONAL.contains(owner.getSimpleName() + "." + component.getName());
    }
}
