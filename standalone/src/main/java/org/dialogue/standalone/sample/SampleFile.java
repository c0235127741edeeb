package org.dialogue.standalone.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a programme from YAML, strictly: what is misspelled or missing is an error that says where. */
public final class SampleFile {

    /** The programme of 2023, on the class path. */
    public static final String PROGRAMME_2023 = "/sample/programme-2023.yml";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private SampleFile() {}

    /**
     * Reads a programme from the class path.
     *
     * @param resource its absolute name
     * @throws SampleInvalid if it is no YAML, has unknown or lacks needed fields, or contradicts itself
     */
    public static SampleProgramme read(String resource) {
        try (InputStream file = SampleFile.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new SampleInvalid(resource, "it is not on the class path", null);
            }
            return parse(resource, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Reads a programme from text.
     *
     * @param name what to call the text in messages
     * @throws SampleInvalid as {@link #read}
     */
    static SampleProgramme parse(String name, String yaml) {
        try {
            JsonNode tree = YAML.readTree(yaml);
            List<String> missing = RequiredFields.missing(tree, SampleProgramme.class);
            if (!missing.isEmpty()) {
                throw new SampleInvalid(name, missing);
            }
            SampleProgramme programme = YAML.readValue(yaml, SampleProgramme.class);
            List<String> problems = SampleChecks.problems(programme);
            if (!problems.isEmpty()) {
                throw new SampleInvalid(name, problems);
            }
            return programme;
        } catch (JacksonException malformed) {
            throw new SampleInvalid(name, where(malformed) + malformed.getOriginalMessage(), malformed);
        }
    }

    private static String where(JacksonException malformed) {
        TokenStreamLocation location = malformed.getLocation();
        return location == null ? "" : "line %d: ".formatted(location.getLineNr());
    }

    /** Finds what a file leaves out although its record needs it: all that is neither nullable nor a list by choice. */
    private static final class RequiredFields {

        /** Lists that may be left out for none. */
        private static final Set<String> OPTIONAL =
                Set.of("aliases", "references", "assignments", "milestones", "Assignment.parts", "approximate");

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
}
