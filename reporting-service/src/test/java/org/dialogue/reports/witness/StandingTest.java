package org.dialogue.reports.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.dialogue.ledger.tree.TreeHead;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final Instant NOW = Instant.parse("2023-12-01T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Instant JUST_BEARABLE = NOW.minus(PATIENCE);
    private static final Instant TOO_LONG_AGO = JUST_BEARABLE.minusMillis(1);

    @Test
    void isSoundWhileNothingIsAmiss() {
        assertThat(isSound(null, 0, null, OptionalLong.empty())).isTrue();
        assertThat(isSound(JUST_BEARABLE, 0, JUST_BEARABLE, OptionalLong.empty()))
                .isTrue();
    }

    @Test
    void isNotWhenAnythingIs() {
        assertThat(isSound(TOO_LONG_AGO, 0, null, OptionalLong.empty()))
                .as("a checkpoint waits")
                .isFalse();
        assertThat(isSound(null, 1, null, OptionalLong.empty()))
                .as("one is refused")
                .isFalse();
        assertThat(isSound(null, 0, TOO_LONG_AGO, OptionalLong.empty()))
                .as("the ledger signs no more")
                .isFalse();
        assertThat(isSound(null, 0, null, OptionalLong.of(3)))
                .as("an event is missing")
                .isFalse();
    }

    private static boolean isSound(
            @Nullable Instant waitingSince, long refused, @Nullable Instant uncoveredSince, OptionalLong missing) {
        return new Standing(
                        WitnessedLedgers.source("dialogue-service"),
                        new TreeHead(0, new byte[32]),
                        missing,
                        new BookState(null, waitingSince == null ? 0 : 1, waitingSince, refused, uncoveredSince),
                        List.of())
                .isSound(NOW, PATIENCE);
    }
}
