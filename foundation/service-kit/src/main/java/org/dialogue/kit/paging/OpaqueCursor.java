package org.dialogue.kit.paging;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.dialogue.kit.rules.InvalidInput;

/**
 * Where a page ended, as callers pass it on. What is in it is nobody's business but the list's: text in Base64 for
 * addresses (RFC 4648, section 5), unpadded.
 */
public final class OpaqueCursor {

    private OpaqueCursor() {}

    /** {@return a cursor with this text in it} */
    public static String of(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a cursor back.
     *
     * @param cursor as the caller passed it on
     * @return the text in it
     * @throws InvalidInput by the rule {@code format} if it is none
     */
    public static String read(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (of(text).equals(cursor)) {
                return text;
            }
        } catch (IllegalArgumentException notBase64) {
            throw malformed();
        }
        throw malformed();
    }

    /** {@return the refusal of a cursor in which a list does not find what it puts there} */
    public static InvalidInput malformed() {
        return new InvalidInput("cursor", "format.cursor", "a cursor is taken from the page before, as it is");
    }
}
