package org.dialogue.kit.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dialogue.events.Identifier;
import org.dialogue.kit.rules.Violation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Finds out which field of a JSON body broke which rule. */
final class JsonViolations {

    private static final Pattern DUPLICATE = Pattern.compile("^Duplicate Object property \"(.*)\"");

    private JsonViolations() {}

    /** What ended the reading of a body as a whole. */
    static Violation ofBody(JacksonException malformed) {
        Matcher duplicate = DUPLICATE.matcher(String.valueOf(malformed.getOriginalMessage()));
        if (duplicate.find()) {
            String object = malformed.processor() instanceof JsonParser parser ? path(enclosing(parser)) : "";
            return worded(joined(object, Texts.shown(duplicate.group(1))), "duplicate-field", "duplicate-field");
        }
        if (malformed instanceof StreamConstraintsException) {
            return worded("", "beyond-limits", "beyond-limits");
        }
        return worded("", "malformed-json", "malformed-json");
    }

    /**
     * Why a value cannot be read.
     *
     * @param place where it stands
     */
    static Violation of(String place, JacksonException unreadable) {
        String field = joined(place, path(unreadable));
        if (unreadable instanceof BrokenRule broken) {
            return worded(
                    field, broken.rule(), broken.wording(), broken.arguments().toArray());
        }
        if (unreadable instanceof ValueInstantiationException invalid) {
            return invalid.getType() != null
                            && Identifier.class.isAssignableFrom(
                                    invalid.getType().getRawClass())
                    ? worded(field, "format", "format.identifier")
                    : new Violation(field, "format", rootMessage(invalid));
        }
        if (unreadable instanceof InvalidNullException) {
            return worded(field, "required", "required");
        }
        if (unreadable instanceof InputCoercionException outOfRange) {
            return expectation(field, outOfRange.getTargetType());
        }
        if (unreadable instanceof MismatchedInputException mismatch) {
            return expectation(field, mismatch.getTargetType());
        }
        return worded(field, "wrong-type", "wrong-type");
    }

    /** A field that nobody knows, in the object that stands at a place. */
    static Violation unknown(String place, String name) {
        return worded(joined(place, Texts.shown(name)), "unknown-field", "unknown-field");
    }

    /** What a value of a type should look like, with an example. */
    static Violation expectation(String field, @Nullable Class<?> type) {
        if (type == null) {
            return worded(field, "wrong-type", "wrong-type");
        }
        if (type.isEnum()) {
            String names = Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .collect(Collectors.joining(", "));
            return worded(field, "wrong-type", "wrong-type.enum", names);
        }
        return worded(field, "wrong-type", "wrong-type" + kindOf(type));
    }

    private static String kindOf(Class<?> type) {
        if (type == Instant.class) {
            return ".moment";
        }
        if (type == LocalDate.class) {
            return ".day";
        }
        if (Identifier.class.isAssignableFrom(type)) {
            return ".identifier";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return ".text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return ".boolean";
        }
        if (type == double.class || type == float.class || type == BigDecimal.class || type == Double.class) {
            return ".number";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return ".whole-number";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return ".list";
        }
        return type.isRecord() || Map.class.isAssignableFrom(type) ? ".object" : "";
    }

    private static String rootMessage(ValueInstantiationException invalid) {
        Throwable cause = invalid.getCause();
        return cause == null || cause.getMessage() == null ? Wordings.english("format") : cause.getMessage();
    }

    private static Violation worded(String field, String rule, String wording, Object... arguments) {
        return new Violation(field, rule, Wordings.english(wording, arguments), wording, List.of(arguments));
    }

    /** The object that a parser is in has a name of its own by now, which is no part of where the object stands. */
    private static @Nullable TokenStreamContext enclosing(JsonParser parser) {
        return parser.streamReadContext().getParent();
    }

    /** Where a parser is, such as {@code parts[0].text}. */
    static String path(@Nullable TokenStreamContext place) {
        if (place == null || place.inRoot()) {
            return "";
        }
        String before = path(place.getParent());
        return place.inArray()
                ? before + "[" + place.getCurrentIndex() + "]"
                : joined(before, place.currentName() == null ? "" : Texts.shown(place.currentName()));
    }

    private static String path(JacksonException failure) {
        String path = "";
        for (JacksonException.Reference step : failure.getPath()) {
            path = step.getPropertyName() == null
                    ? path + "[" + step.getIndex() + "]"
                    : joined(path, Texts.shown(step.getPropertyName()));
        }
        return path;
    }

    private static String joined(String before, String name) {
        return before.isEmpty() || name.isEmpty() || name.startsWith("[") ? before + name : before + "." + name;
    }
}
