package org.dialogue.kit.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The days of the host of the dialogue, by which due dates and other days are judged. */
public final class HostCalendar {

    private static final Instant FIRST =
            LocalDate.MIN.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    private static final Instant LAST =
            LocalDate.MAX.minusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);

    private final ZoneId zone;

    /**
     * A calendar by the clocks of a time zone.
     *
     * @param zone the host's
     */
    public HostCalendar(ZoneId zone) {
        this.zone = zone;
    }

    /** {@return the day of a moment; the first or last day there is for moments that have none} */
    public LocalDate dayOf(Instant moment) {
        if (moment.isBefore(FIRST)) {
            return LocalDate.MIN;
        }
        return moment.isAfter(LAST) ? LocalDate.MAX : LocalDate.ofInstant(moment, zone);
    }
}
