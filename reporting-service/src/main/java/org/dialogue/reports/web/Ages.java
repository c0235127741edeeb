package org.dialogue.reports.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Tells how old things are.
 *
 * @param today the present day on the host's calendar
 * @param zone the host's
 */
public record Ages(LocalDate today, ZoneId zone) {

    /** {@return the days from a moment to today on the host's calendar; 0 on the same day} */
    public long daysSince(Instant moment) {
        return ChronoUnit.DAYS.between(LocalDate.ofInstant(moment, zone), today);
    }
}
