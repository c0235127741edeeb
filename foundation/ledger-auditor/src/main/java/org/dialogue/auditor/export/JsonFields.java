package org.dialogue.auditor.export;

import java.nio.CharBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dialogue.auditor.note.Base64Text;
import org.dialogue.auditor.note.MalformedException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * One JSON object of which only strings and whole numbers matter; anything else in it is passed over. A name that
 * appears twice is an error, for two readers could take it for two things. So is a string that is no Unicode.
 */
final class JsonFields {

    /** How deep what is passed over may be nested. */
    private static final int MOST_LEVELS = 32;

    /** Nothing is longer than the line it is in, and lines have their own limit. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    // The object itself is a level to Jackson, and not to the format.
                    .maxNestingDepth(1 + MOST_LEVELS)
                    .build())
            // Kept symbols save nothing here, and refuse names that were made to fall together.
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Java takes other forms for a time as well, with offsets or small letters. */
    private static final Pattern TIME =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z");

    private final Map<String, Object> values;
    private final String place;

    private JsonFields(Map<String, Object> values, String place) {
        this.values = values;
        this.place = place;
    }

    /**
     * @param text exactly one object
     * @param place where it is, for messages
     */
    static JsonFields parse(CharBuffer text, String place) throws UnreadableExportException {
        try (JsonParser parser = JSON.createParser(
                ObjectReadContext.empty(), text.array(), text.arrayOffset() + text.position(), text.remaining())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableExportException("%s is no JSON object.".formatted(place));
            }
            Map<String, Object> values = new HashMap<>();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                Object value = value(parser, parser.nextToken());
                if (value != null) {
                    values.put(name, value);
                }
            }
            if (parser.nextToken() != null) {
                throw new UnreadableExportException("%s holds more than one JSON object.".formatted(place));
            }
            return new JsonFields(values, place);
        } catch (JacksonException e) {
            throw new UnreadableExportException(
                    "%s is not the JSON it should be: %s.".formatted(place, Printable.text(e.getOriginalMessage())));
        }
    }

    private static @Nullable Object value(JsonParser parser, JsonToken token) {
        switch (token) {
            case VALUE_STRING:
                return parser.getString();
            case VALUE_NUMBER_INT:
                // A greater one may stand where it is passed over; where a number is needed, it is missed.
                return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? null
                        : (Long) parser.getLongValue();
            case START_ARRAY:
                return array(parser);
            default:
                parser.skipChildren();
                return null;
        }
    }

    /** The strings of an array; null if it holds anything else. */
    private static @Nullable List<String> array(JsonParser parser) {
        List<String> strings = new ArrayList<>();
        boolean onlyStrings = true;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            onlyStrings &= token == JsonToken.VALUE_STRING;
            if (onlyStrings) {
                strings.add(parser.getString());
            }
            parser.skipChildren();
        }
        return onlyStrings ? List.copyOf(strings) : null;
    }

    String string(String name) throws UnreadableExportException {
        if (!(values.get(name) instanceof String string)) {
            throw lacks(name, "string");
        }
        for (int i = 0; i < string.length(); i++) {
            if (Character.isSurrogate(string.charAt(i))) {
                if (!Character.isSurrogatePair(string.charAt(i), i + 1 < string.length() ? string.charAt(i + 1) : 0)) {
                    throw new UnreadableExportException("%s: '%s' is no Unicode.".formatted(place, name));
                }
                i++;
            }
        }
        return string;
    }

    long number(String name) throws UnreadableExportException {
        if (!(values.get(name) instanceof Long number)) {
            throw lacks(name, "whole number");
        }
        return number;
    }

    Instant instant(String name) throws UnreadableExportException {
        try {
            String text = string(name);
            if (!TIME.matcher(text).matches()) {
                throw lacks(name, "time in UTC");
            }
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw lacks(name, "time in UTC");
        }
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    byte[] base64(String name) throws UnreadableExportException {
        return base64(name, string(name));
    }

    /** An array of base64 strings. */
    List<byte[]> base64Array(String name) throws UnreadableExportException {
        if (!(values.get(name) instanceof List<?> strings)) {
            throw lacks(name, "array of base64 strings");
        }
        List<byte[]> all = new ArrayList<>();
        for (Object string : strings) {
            all.add(base64(name, (String) string));
        }
        return all;
    }

    private byte[] base64(String name, String text) throws UnreadableExportException {
        try {
            return Base64Text.decode(text, name);
        } catch (MalformedException e) {
            throw lacks(name, "base64 string");
        }
    }

    private UnreadableExportException lacks(String name, String type) {
        return new UnreadableExportException("%s lacks '%s', or it is no %s.".formatted(place, name, type));
    }
}
