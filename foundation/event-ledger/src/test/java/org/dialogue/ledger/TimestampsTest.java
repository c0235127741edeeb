package org.dialogue.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

    /** Years 1 to 12000, so that those with five digits are among them. */
    @Property
    void readsWhatInstantsWrite(
            @ForAll @LongRange(min = -62_135_596_800L, max = 316_516_924_800L) long second,
            @ForAll @IntRange(max = 999_999_999) int nano,
            @ForAll @IntRange(min = 0, max = 9) int digits) {
        int unit = (int) Math.pow(10, 9 - digits);
        Instant instant = Instant.ofEpochSecond(second, nano / unit * unit);

        assertThat(Timestamps.parse(instant.toString())).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-07-12T01:30:00.2Z",
                "2023-07-12T01:30:00.000Z",
                "2023-07-12T01:30:00.250000Z",
                "2023-07-12T01:30:00.250000000Z",
                "2023-07-12T01:30:00.Z",
                "2023-07-12T01:30:00+07:00",
                "2016-12-31T23:59:60Z",
                "2023-07-12T24:00:00Z"
            })
    void refusesWhatInstantsDoNotWrite(String text) {
        assertThat(Instant.parse(text).toString()).isNotEqualTo(text);
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> Timestamps.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2023-07-12",
                "2023-13-12T01:30:00Z",
                "2023-02-30T01:30:00Z",
                "2023-07-12T25:30:00Z",
                "2023-07-12T01:60:00Z",
                "2023-07-12T01:30:61Z",
                "2023-07-12T01:30Z",
                "2023-07-12T01:30:00.1x3Z",
                "2023-07-12T01:30:00.1234567891Z",
                "2023-0/-12T01:30:00Z"
            })
    void refusesWhatThePlatformRefuses(String text) {
        assertThatExceptionOfType(DateTimeParseException.class).isThrownBy(() -> Instant.parse(text));
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(() -> Timestamps.parse(text))
                .isInstanceOf(DateTimeException.class);
    }
}
