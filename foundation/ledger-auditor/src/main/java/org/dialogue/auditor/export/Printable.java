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
        int length = text.codePointCount(0, text.length());
        return length > LONGEST ? line(text.substring(0, text.offsetByCodePoints(0, LONGEST))) + "..." : line(text);
    }

    /**
     * The text in one line, with what is not visible replaced.
     */
    public static String line(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().forEach(c -> printable.appendCodePoint(isVisible(c) ? c : '?'));
        return printable.toString();
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
