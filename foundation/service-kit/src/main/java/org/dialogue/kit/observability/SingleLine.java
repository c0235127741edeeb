package org.dialogue.kit.observability;

/** Texts as a log may hold them: what moves a cursor, breaks a line or reorders what is read stands there by its number. */
final class SingleLine {

    private SingleLine() {}

    static String of(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (isHarmless(point)) {
                kept.appendCodePoint(point);
            } else if (point == '\n') {
                kept.append("\\n");
            } else if (point == '\r') {
                kept.append("\\r");
            } else {
                kept.append("\\u{").append(Integer.toHexString(point)).append('}');
            }
        });
        return kept.toString();
    }

    private static boolean isHarmless(int point) {
        if (point == '\t') {
            return true;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }
}
