package org.dialogue.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.dialogue.kit.access.CurrentActor;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.kit.rules.NotPermitted;
import org.dialogue.kit.rules.Violation;
import org.junit.jupiter.api.Test;

class EdgeTest {

    private static final Instant NOW = Instant.parse("2023-08-17T02:00:00Z");

    private final RequestContext edge = new RequestContext(new CurrentActor(), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void whatSaysNothingHappenedNow() {
        assertThat(edge.happenedAt(null)).isEqualTo(NOW);
    }

    @Test
    void minutesMayBeTypedUpLater() {
        assertThat(edge.happenedAt(NOW.minusSeconds(86_400))).isEqualTo(NOW.minusSeconds(86_400));
        assertThat(edge.happenedAt(NOW)).isEqualTo(NOW);
    }

    @Test
    void theFutureIsNotRecorded() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> edge.happenedAt(NOW.plusNanos(1)))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting(Violation::field, Violation::rule)
                        .containsExactly(tuple("happenedAt", "not-in-future")));
    }

    @Test
    void nobodyIsNoCaller() {
        assertThatExceptionOfType(NotPermitted.class).isThrownBy(edge::caller);
    }
}
