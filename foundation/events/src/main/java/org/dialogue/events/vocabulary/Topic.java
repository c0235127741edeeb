package org.dialogue.events.vocabulary;

import java.text.Normalizer;
import java.util.Locale;

/** How topics are compared. They are shown as first written, whatever their key is. */
public final class Topic {

    private Topic() {}

    /**
     * What two topics have in common that differ in composition, case and surrounding space only.
     *
     * @param topic as written; any text
     * @return its key, which is never shown
     */
    public static String key(String topic) {
        int from = 0;
        int to = topic.length();
        while (from < to && isSpace(topic.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(topic.charAt(to - 1))) {
            to--;
        }
        String composed = Normalizer.normalize(topic.substring(from, to), Normalizer.Form.NFC);
        // Some letters have one form in upper case and several in lower case.
        String folded = composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    /** Line ends and tabs, and spaces of any width, the unbreakable one included. */
    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
