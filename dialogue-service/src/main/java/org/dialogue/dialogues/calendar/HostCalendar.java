package org.dialogue.dialogues.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The days of the host of the dialogue, by which due dates and other days are judged. */
@Component
public class HostCalendar {

    private final ZoneId zone;

    /** A calendar by the clocks of a time zone. */
    public HostCalendar(@Value("${dialogue.zone}") ZoneId zone) {
        this.zone = zone;
    }

    /** {@return the day of a moment} */
    public LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }
}
