package org.dialogue.ledger.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dialogue.ledger.tree.TreeHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CadenceTest {

    private static final Instant NOON = Instant.parse("2023-07-12T12:00:00Z");

    private final Cadence cadence = new Cadence(Duration.ofMinutes(1), 1_000);

    @Test
    void theFirstIsDueAtOnce() {
        assertThat(cadence.untilDue(null, 1, NOON)).isZero();
    }

    @ParameterizedTest(name = "{0} seconds and {1} events later: due in {2}")
    @CsvSource({
        "0, 0, 60",
        "0, 1, 60",
        "59, 999, 1",
        "60, 1, 0",
        "61, 0, 0",
        "0, 1000, 0",
        "0, 100000, 0",
        // Clocks that do not quite agree change nothing; one that was set back does not silence the ledger.
        "-5, 1, 55",
        "-60, 1, 0",
        "-3600, 1, 0"
    })
    void theNextIsDueAfterTimeOrEvents(long seconds, long events, long untilDue) {
        assertThat(cadence.untilDue(issuedAtNoon(500), 500 + events, NOON.plusSeconds(seconds)))
                .isEqualTo(Duration.ofSeconds(untilDue));
    }

    @Test
    void thereIsTimeAndThereAreEventsBetweenTwo() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Cadence(Duration.ZERO, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Cadence(Duration.ofSeconds(-1), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Cadence(Duration.ofSeconds(1), 0));
    }

    private static IssuedCheckpoint issuedAtNoon(long size) {
        SigningKey key = SigningKey.generate("a");
        Checkpoint checkpoint = new Checkpoint("a", new TreeHead(size, new byte[32]));
        return new IssuedCheckpoint(
                checkpoint, new SignedNote(checkpoint.body(), List.of(key.sign(checkpoint.body()))), NOON);
    }
}
