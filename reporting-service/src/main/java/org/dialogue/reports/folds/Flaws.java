package org.dialogue.reports.folds;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dialogue.events.DialogueEvent;
import org.dialogue.kit.events.EventValues;
import org.jspecify.annotations.Nullable;

/**
 * Finds the values of an event that cannot be shown as they are: instants and days that no calendar in use knows, text with
 * half a character, numbers of a size that no reader takes. History cannot be altered, so such values stay, and whatever
 * shows them says so.
 */
public final class Flaws {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");
    private static final LocalDate EARLIEST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST_DAY = LocalDate.of(9999, 12, 31);
    private static final int MOST_DIGITS = 100;

    private Flaws() {}

    /**
     * Looks at every value in an event.
     *
     * @return what cannot be shown as it is, each in a sentence that names the component and quotes no text
     * @throws IllegalArgumentException if a value is missing that every event of this kind has
     */
    public static List<String> of(DialogueEvent event) {
        List<String> found = new ArrayList<>();
        EventValues.visit(event, (path, value, required) -> {
            if (required && value == null) {
                throw new IllegalArgumentException("the event has no " + path);
            }
            look(path, value, found);
        });
        return found;
    }

    private static void look(String path, @Nullable Object value, List<String> found) {
        if (value instanceof String text && !isWhole(text)) {
            found.add(path + " holds half a character");
        } else if (value instanceof Instant moment && !isWithin(moment)) {
            found.add(path + " lies outside of the years 1900 to 9999 (" + moment + ")");
        } else if (value instanceof LocalDate day && (day.isBefore(EARLIEST_DAY) || day.isAfter(LATEST_DAY))) {
            found.add(path + " lies outside of the years 1900 to 9999 (" + day + ")");
        } else if (value instanceof BigDecimal number && !isShowable(number)) {
            found.add(path + " is a number that cannot be shown");
        }
    }

    private static boolean isWithin(Instant moment) {
        return !moment.isBefore(EARLIEST) && !moment.isAfter(LATEST);
    }

    /**
     * The moment itself, or the end of the years 1900 to 9999 that is nearer to it.
     *
     * @param moment any
     * @return one that calendars can reckon with
     */
    public static Instant within(Instant moment) {
        if (moment.isBefore(EARLIEST)) {
            return EARLIEST;
        }
        return moment.isAfter(LATEST) ? LATEST : moment;
    }

    /** {@return whether a number can be written, read and added by ordinary means: it has a hundred digits at most} */
    public static boolean isShowable(BigDecimal number) {
        long before = (long) number.precision() - number.scale();
        return number.precision() <= MOST_DIGITS
                && Math.abs(before) <= MOST_DIGITS
                && Math.abs((long) number.scale()) <= MOST_DIGITS;
    }

    /** {@return whether a text has no surrogate without its other half} */
    public static boolean isWhole(String text) {
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (Character.isSurrogate(unit)) {
                boolean pair = Character.isHighSurrogate(unit)
                        && at + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(at + 1));
                if (!pair) {
                    return false;
                }
                at++;
            }
        }
        return true;
    }
}
