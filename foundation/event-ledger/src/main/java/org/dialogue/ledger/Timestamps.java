package org.dialogue.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Reads stored timestamps. A replay reads one an event, and the parser of the platform takes longer than all the rest of
 * an event together.
 */
final class Timestamps {

    private static final int DATE_AND_TIME = "2023-07-12T01:30:00".length();
    private static final int DIGITS_OF_NANO = 9;

    private Timestamps() {}

    /**
     * Quick if it looks like {@code 2023-07-12T01:30:00.250Z}.
     *
     * @throws DateTimeException if it is no timestamp, or not as the ledger writes it: by {@link Instant#toString}. A leaf
     *     is hashed over that text, so no other may stand for it
     */
    static Instant parse(String text) {
        int length = text.length();
        if (!looksUsual(text, length)) {
            return parseUnusual(text);
        }
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, 19);
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        int fraction = length == DATE_AND_TIME + 1 ? 0 : digits(text, DATE_AND_TIME + 1, length - 1);
        if ((hour | minute | second | year | month | day | fraction) < 0 || hour > 23 || minute > 59 || second > 59) {
            return parseUnusual(text);
        }
        for (int digit = length - DATE_AND_TIME - 2; length > DATE_AND_TIME + 1 && digit < DIGITS_OF_NANO; digit++) {
            fraction *= 10;
        }
        long seconds = LocalDate.of(year, month, day).toEpochDay() * 86_400L + hour * 3_600L + minute * 60L + second;
        return Instant.ofEpochSecond(seconds, fraction);
    }

    private static Instant parseUnusual(String text) {
        Instant instant = Instant.parse(text);
        if (!instant.toString().equals(text)) {
            throw new DateTimeException("The ledger does not write a timestamp like " + text);
        }
        return instant;
    }

    /** With no fraction, or groups of three digits of which the last is not zero. */
    private static boolean looksUsual(String text, int length) {
        return length > DATE_AND_TIME
                && length <= DATE_AND_TIME + 2 + DIGITS_OF_NANO
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && text.charAt(length - 1) == 'Z'
                && (length == DATE_AND_TIME + 1
                        || (text.charAt(DATE_AND_TIME) == '.'
                                && (length - DATE_AND_TIME - 2) % 3 == 0
                                && length > DATE_AND_TIME + 2
                                && !text.endsWith("000Z")));
    }

    /** The number these characters form; negative if one of them is no digit. */
    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
