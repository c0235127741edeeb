package org.dialogue.events.vocabulary;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When something is due: by the end of a day, or explicitly with no date set, so that a missing date is never an
 * oversight.
 *
 * @param kind which of the two
 * @param date the last day, on the host's calendar; present exactly when the kind is {@code BY_DATE}
 */
public record Due(Kind kind, @Nullable LocalDate date) {

    /** Whether there is a date. */
    public enum Kind {
        /** Due by the end of a day. */
        BY_DATE,
        /** Somebody decided to set no date. */
        NONE_SET
    }

    /** @throws IllegalArgumentException if date and kind disagree */
    public Due {
        if ((kind == Kind.BY_DATE) != (date != null)) {
            throw new IllegalArgumentException("a due date is present exactly when the kind is BY_DATE");
        }
    }

    /** {@return due by the end of the given day} */
    public static Due by(LocalDate date) {
        return new Due(Kind.BY_DATE, date);
    }

    /** {@return explicitly no date} */
    public static Due noneSet() {
        return new Due(Kind.NONE_SET, null);
    }

    /**
     * Whether the date has passed.
     *
     * @param today the current day on the host's calendar
     * @return true if there is a date and it lies before today
     */
    public boolean isPast(LocalDate today) {
        return date != null && date.isBefore(today);
    }
}
