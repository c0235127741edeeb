package org.dialogue.answers.edge;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The days of the host of the dialogue, by which due dates are judged. */
@Component
public class HostCalendar {

    private static final Instant FIRST =
            LocalDate.MIN.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    private static final Instant LAST =
            LocalDate.MAX.minusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);

    private final ZoneId zone;

    /** Counts days in a zone. */
    public HostCalendar(@Value("${dialogue.zone}") ZoneId zone) {
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
