package org.dialogue.auditor.note;

import java.util.Base64;

/**
 * Base64 of RFC 4648, section 4, in its one canonical form.
 */
public final class Base64Text {

    private static final int GROUP = 4;

    private Base64Text() {}

    /**
     * Decodes. Java's decoder forgives missing padding, and bits that are left over in the last letter; the format does
     * not, for two texts would stand for the same bytes.
     *
     * @param what names it, for messages
     * @throws MalformedException if the text is not what encoding its bytes gives
     */
    public static byte[] decode(String text, String what) throws MalformedException {
        try {
            if (text.length() % GROUP == 0
                    && isCanonical(text.substring(text.length() - Math.min(GROUP, text.length())))) {
                return Base64.getDecoder().decode(text);
            }
        } catch (IllegalArgumentException e) {
            // Told below, as what ends wrongly is.
        }
        throw new MalformedException(what + " is no base64");
    }

    /** Only the last group can be padded, or have bits left over. */
    private static boolean isCanonical(String lastGroup) {
        return Base64.getEncoder()
                .encodeToString(Base64.getDecoder().decode(lastGroup))
                .equals(lastGroup);
    }
}
