package org.dialogue.auditor.export;

/**
 * Strings of an export as they may be printed. A hostile export could else write commands to the terminal.
 */
public final class Printable {

    private static final int LONGEST = 120;

    private Printable() {}

    /**
     * The text in one line, with what is not visible replaced and what is too much cut off.
     */
    public static String text(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(c -> printable.appendCodePoint(isVisible(c) ? c : '?'));
        return text.codePointCount(0, text.length()) > LONGEST ? printable + "..." : printable.toString();
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
