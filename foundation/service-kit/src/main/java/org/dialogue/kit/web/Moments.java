package org.dialogue.kit.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/** The one form in which moments and days are given, in bodies and in addresses: ISO 8601, years of four digits. */
final class Moments {

    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d([.]\\d{1,9})?)?(Z|[+-]\\d\\d:\\d\\d)");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    private Moments() {}

    /** @throws DateTimeException if the text is none */
    static Instant moment(String text) {
        require(MOMENT.matcher(text).matches());
        Instant moment = OffsetDateTime.parse(text).toInstant();
        require(!text.startsWith("0000"));
        return moment;
    }

    /** @throws DateTimeException if the text is none */
    static LocalDate day(String text) {
        require(DAY.matcher(text).matches() && !text.startsWith("0000"));
        return LocalDate.parse(text);
    }

    private static void require(boolean met) {
        if (!met) {
            throw new DateTimeException("not in the form asked for");
        }
    }
}
