package org.dialogue.kit.web;

import java.text.Normalizer;
import java.util.Optional;
import java.util.PrimitiveIterator;
import org.jspecify.annotations.Nullable;

/**
 * What text may enter. It enters composed (NFC), its line ends are line feeds, and it holds nothing that would be seen
 * by a program but not by a reader.
 */
final class Texts {

    /** Letters and symbols of Unicode that show nothing. */
    private static final String BLANKS = "\u115F\u1160\u3164\uFFA0\u2800\uD834\uDD59\uD80D\uDC41\uD80D\uDC42";

    private static final int LONGEST_NAME = 100;
    private static final int REPLACEMENT = 0xFFFD;

    private Texts() {}

    /** The text as it is kept. */
    static String entered(String text) {
        return Normalizer.normalize(text.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFC);
    }

    /** The rule that a text breaks, the first if there are several. */
    static Optional<Breach> breachOf(String text) {
        boolean visible = text.isEmpty();
        PrimitiveIterator.OfInt points = text.codePoints().iterator();
        while (points.hasNext()) {
            int point = points.nextInt();
            String rule = ruleAgainst(point);
            if (rule != null) {
                return Optional.of(new Breach(rule, String.format("U+%04X", point)));
            }
            visible |= isVisible(point);
        }
        return visible ? Optional.empty() : Optional.of(new Breach("not-blank", ""));
    }

    /** A name that a caller chose, fit to be shown: harmless and not too long. */
    static String shown(String name) {
        StringBuilder shown = new StringBuilder();
        name.codePoints()
                .limit(LONGEST_NAME)
                .forEach(point -> shown.appendCodePoint(ruleAgainst(point) == null ? point : REPLACEMENT));
        return shown.toString();
    }

    private static @Nullable String ruleAgainst(int point) {
        if (Character.getType(point) == Character.SURROGATE) {
            return "lone-surrogate";
        }
        if (Character.isISOControl(point) && point != '\n' && point != '\r' && point != '\t') {
            return "control-character";
        }
        if ((point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x206F)
                || point == 0x200E
                || point == 0x200F
                || point == 0x061C) {
            return "direction-control";
        }
        return (point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF) ? "noncharacter" : null;
    }

    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> BLANKS.indexOf(point) < 0;
        };
    }

    /**
     * A rule that a text breaks.
     *
     * @param rule its name, which is also the key of its sentence
     * @param culprit the character that breaks it, as {@code U+0000}
     */
    record Breach(String rule, String culprit) {}
}
