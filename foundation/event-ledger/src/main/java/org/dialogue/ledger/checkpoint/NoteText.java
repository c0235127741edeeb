package org.dialogue.ledger.checkpoint;

import java.util.Base64;

/** What the formats ask of characters and encodings. */
final class NoteText {

    private static final int FIRST_PRINTABLE = 0x20;
    private static final int NEXT_LINE = 0x85;

    private NoteText() {}

    /** Whether this has one UTF-8 encoding, and no control characters but newlines. */
    static boolean isPlain(String text) {
        return text.codePoints().allMatch(c -> (c >= FIRST_PRINTABLE || c == '\n') && !isLoneSurrogate(c));
    }

    /** Whether this may be the name of a key. */
    static boolean isName(String name) {
        return !name.isEmpty() && isPlain(name) && name.codePoints().noneMatch(c -> c == '+' || isSpace(c));
    }

    /**
     * Decodes the one canonical form of Base64. The JDK's decoder lets pass what decodes to the same bytes, such as a
     * missing padding; then two texts would be the same note.
     *
     * @throws MalformedNoteException if this is not canonical Base64
     */
    static byte[] decode(String base64, String what) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new MalformedNoteException("%s is not Base64".formatted(what));
        }
        if (!encode(bytes).equals(base64)) {
            throw new MalformedNoteException("%s is not canonical Base64".formatted(what));
        }
        return bytes;
    }

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static boolean isLoneSurrogate(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }

    private static boolean isSpace(int codePoint) {
        return Character.isSpaceChar(codePoint) || Character.isWhitespace(codePoint) || codePoint == NEXT_LINE;
    }
}
