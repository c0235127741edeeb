package org.dialogue.kit.rules;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The bounds within which instants and days are believed. A slip of the keyboard gives the year 26 or 12345, and history
 * would keep it for ever.
 */
public final class Plausible {

    /** Nothing on record happened before this moment. */
    public static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    /** How far ahead a due day may lie, in years. */
    public static final int MOST_YEARS_AHEAD = 50;

    /** From here on no day lies so many years ahead. */
    private static final LocalDate BEFORE_THE_LAST = LocalDate.MAX.minusYears(MOST_YEARS_AHEAD);

    private static final LocalDate EARLIEST_DAY = LocalDate.of(1900, 1, 1);

    private Plausible() {}

    /**
     * The last day that may be due or planned.
     *
     * @param start the day from which one looks ahead; any, as history may hold what is not believed today
     * @return the day {@link #MOST_YEARS_AHEAD} years later, or the last day there is
     */
    public static LocalDate latestAhead(LocalDate start) {
        return start.isAfter(BEFORE_THE_LAST) ? LocalDate.MAX : start.plusYears(MOST_YEARS_AHEAD);
    }

    /**
     * Holds a due day against its bounds.
     *
     * @param field where it was given, as in {@link Violation#field()}
     * @param due the last day; null passes
     * @param start the day of the assignment or promise, on the host's calendar
     * @param findings takes what is wrong, by the rules {@code not-before-start} and {@code too-far-ahead}
     */
    public static void requireDueDay(String field, @Nullable LocalDate due, LocalDate start, Findings findings) {
        if (due == null) {
            return;
        }
        LocalDate latest = latestAhead(start);
        findings.require(!due.isBefore(start), field, "not-before-start", "the day cannot lie before " + start, start)
                .require(
                        !due.isAfter(latest),
                        field,
                        "too-far-ahead",
                        "the day can lie at most " + MOST_YEARS_AHEAD + " years ahead, on " + latest + " at the latest",
                        MOST_YEARS_AHEAD,
                        latest);
    }

    /**
     * Holds a day of any other kind against its bounds.
     *
     * @param field where it was given, as in {@link Violation#field()}
     * @param day the day; null passes
     * @param latest the last day that makes sense, on the host's calendar
     * @param findings takes what is wrong, by the rule {@code implausible-day}
     */
    public static void requireDay(String field, @Nullable LocalDate day, LocalDate latest, Findings findings) {
        findings.require(
                day == null || !day.isBefore(EARLIEST_DAY) && !day.isAfter(latest),
                field,
                "implausible-day",
                "the day must lie between " + EARLIEST_DAY + " and " + latest,
                EARLIEST_DAY,
                latest);
    }
}
