package org.dialogue.reports.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.dialogue.reports.folds.Flaws;

/**
 * Tells how old things are.
 *
 * @param today the present day on the host's calendar
 * @param zone the host's
 */
public record Ages(LocalDate today, ZoneId zone) {

    /**
     * The days from a moment to today on the host's calendar.
     *
     * @param moment any; what no calendar knows is taken for the end of time that is nearer
     * @return 0 on the same day, and for what lies ahead
     */
    public long daysSince(Instant moment) {
        return Math.max(0, ChronoUnit.DAYS.between(LocalDate.ofInstant(Flaws.within(moment), zone), today));
    }
}
