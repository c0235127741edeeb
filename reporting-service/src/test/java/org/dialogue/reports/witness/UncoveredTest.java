package org.dialogue.reports.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class UncoveredTest {

    private final Uncovered uncovered = new Uncovered();

    @Test
    void nothingIsUncoveredWhileEveryEventIsUnderACheckpoint() {
        assertThat(uncovered.look(0, 0, at(1))).isNull();
        assertThat(uncovered.look(5, 5, at(2))).isNull();
        // The events of a checkpoint are still on their way.
        assertThat(uncovered.look(5, 9, at(3))).isNull();
    }

    @Test
    void aLedgerThatGrowsAndSignsNoMoreIsUncoveredSinceItsFirstUnsignedEvent() {
        assertThat(uncovered.look(5, 5, at(1))).isNull();
        assertThat(uncovered.look(6, 5, at(2))).isEqualTo(at(2));
        assertThat(uncovered.look(90, 5, at(3))).isEqualTo(at(2));
    }

    @Test
    void aLedgerThatAlwaysGrowsIsUncoveredOnlySinceWhatTheNewestCheckpointLeavesOut() {
        assertThat(uncovered.look(6, 5, at(2))).isEqualTo(at(2));
        assertThat(uncovered.look(9, 6, at(3))).isEqualTo(at(3));
        assertThat(uncovered.look(12, 8, at(4))).as("9 is not covered yet").isEqualTo(at(3));
        assertThat(uncovered.look(12, 12, at(5))).isNull();
    }

    private static Instant at(long second) {
        return Instant.ofEpochSecond(second);
    }
}
