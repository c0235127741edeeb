package org.dialogue.kit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostCalendarTest {

    private final HostCalendar calendar = new HostCalendar(ZoneId.of("Asia/Ho_Chi_Minh"));

    @ParameterizedTest
    @CsvSource({
        "2023-07-12T16:59:59Z, 2023-07-12",
        "2023-07-12T17:00:00Z, 2023-07-13",
        "-1000000000-01-01T00:00:00Z, -999999999-01-01",
        "-999999999-01-01T00:00:00Z, -999999999-01-01",
        "+999999999-12-31T17:00:00Z, +999999999-12-31",
        "+1000000000-12-31T23:59:59Z, +999999999-12-31"
    })
    void anyMomentHasADay(Instant moment, LocalDate day) {
        assertThat(calendar.dayOf(moment)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29, 2074-02-28",
        "+999999949-12-31, +999999999-12-31",
        "+999999950-01-01, +999999999-12-31",
        "+999999999-12-31, +999999999-12-31",
        "-999999999-01-01, -999999949-01-01"
    })
    void fromAnyDayOneCanLookAhead(LocalDate start, LocalDate latest) {
        assertThat(Plausible.latestAhead(start)).isEqualTo(latest);
    }
}
