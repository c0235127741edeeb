package org.dialogue.kit.projections;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.dialogue.events.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * Values of fields as texts that compare, code unit by code unit, as the values do: total over whatever an event can hold,
 * and the same on every server, since no collation, number or date of its own is involved.
 */
final class FieldKey {

    /** After every value in ascending order. */
    private static final String NONE_ASCENDING = "~";

    /** After every value in descending order. */
    private static final String NONE_DESCENDING = "";

    private static final String VALUE = "v";

    /** No value comes before it. */
    static final String FIRST = VALUE;

    private FieldKey() {}

    /** A text, or a list of texts if the value is a collection. */
    static Object ascending(@Nullable Object value) {
        return value instanceof Collection<?> several
                ? several.stream().map(FieldKey::one).toList()
                : one(value);
    }

    static String one(@Nullable Object value) {
        return value == null ? NONE_ASCENDING : VALUE + text(value);
    }

    static String descending(@Nullable Object value) {
        return value == null ? NONE_DESCENDING : VALUE + text(value);
    }

    static List<String> all(Collection<?> values) {
        return values.stream().map(FieldKey::one).sorted().toList();
    }

    private static String text(Object value) {
        if (value instanceof String text) {
            return wellFormed(text);
        }
        if (value instanceof Identifier id) {
            return id.value();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Boolean flag) {
            return flag.toString();
        }
        if (value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte) {
            return digits(((Number) value).longValue());
        }
        if (value instanceof Instant instant) {
            return digits(instant.getEpochSecond()) + digits(instant.getNano());
        }
        if (value instanceof LocalDate day) {
            return digits(day.toEpochDay());
        }
        throw new IllegalArgumentException(
                "a field cannot hold a " + value.getClass().getName());
    }

    /** The smallest number becomes 0, so that digits compare as the numbers do. */
    private static String digits(long number) {
        String digits = Long.toUnsignedString(number ^ Long.MIN_VALUE);
        return "0".repeat(20 - digits.length()) + digits;
    }

    /** A lone surrogate has no UTF-8, and so cannot be stored as it is. */
    static String wellFormed(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
