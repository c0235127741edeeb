package org.dialogue.kit.consuming;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Why a letter is parked, as operators may see it: exceptions tell what they failed at, and that may be a question's words or
 * a person's name. Of the message only those words are left that are plain ASCII and stand nowhere in the letter's content;
 * its ids stay.
 *
 * @param exception the exception's class
 * @param message what is left of its message
 */
record SafeCause(String exception, @Nullable String message) {

    private static final String LEFT_OUT = "[...]";
    private static final int MOST = 300;

    /** What parsers quote of their input. */
    private static final Pattern QUOTED = Pattern.compile("(?s)\"[^\"]*\"?|'[^']*'?|`[^`]*`?|\\(byte\\[].*|Source:.*");

    private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7e]+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /**
     * Tells a cause.
     *
     * @param ids what may be named although the content does too
     * @param content all bytes of the letter
     */
    static SafeCause of(String exception, @Nullable String message, List<String> ids, List<byte[]> content) {
        if (message == null) {
            return new SafeCause(plain(exception), null);
        }
        Set<String> secret = new HashSet<>();
        content.forEach(bytes -> collect(bytes, secret));
        String kept = Arrays.stream(QUOTED.matcher(message).replaceAll(LEFT_OUT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> isSafe(word, ids, secret) ? word : LEFT_OUT)
                .collect(Collectors.joining(" "));
        return new SafeCause(plain(exception), kept.length() > MOST ? kept.substring(0, MOST) : kept);
    }

    private static String plain(String exception) {
        return PLAIN.matcher(exception).matches() ? exception : LEFT_OUT;
    }

    private static boolean isSafe(String word, List<String> ids, Set<String> secret) {
        if (word.equals(LEFT_OUT) || ids.contains(word.replaceAll("[.,:;!?)]+$", ""))) {
            return true;
        }
        return PLAIN.matcher(word).matches() && words(word).noneMatch(secret::contains);
    }

    private static Stream<String> words(String text) {
        return BETWEEN_WORDS.splitAsStream(text.toLowerCase(Locale.ROOT)).filter(word -> !word.isEmpty());
    }

    private static void collect(byte[] bytes, Set<String> secret) {
        try {
            collect(JsonMapper.shared().readTree(bytes), secret);
        } catch (JacksonException noJson) {
            words(new String(bytes, StandardCharsets.UTF_8)).forEach(secret::add);
        }
    }

    private static void collect(JsonNode node, Set<String> secret) {
        if (node.isContainer()) {
            node.values().forEach(value -> collect(value, secret));
        } else if (!node.isNull()) {
            words(node.asString()).forEach(secret::add);
        }
    }
}
