package org.dialogue.reports.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.kit.testing.Patience.await;

import java.util.List;
import java.util.Optional;
import org.dialogue.ledger.checkpoint.SigningKey;
import org.dialogue.ledger.checkpoint.VerifierKey;
import org.junit.jupiter.api.Test;

class WitnessesIT {

    @Test
    void oneLedgerThatCannotBeJudgedKeepsNoOtherFromBeingJudged() {
        try (WitnessedLedgers ledgers = new WitnessedLedgers()) {
            SigningKey otherKey = SigningKey.generate("test/failing");
            SigningKey key = SigningKey.generate("test/sound");
            Source failing = WitnessedLedgers.source("failing", otherKey.verifierKey());
            Source sound = WitnessedLedgers.source("sound", key.verifierKey());
            Leaves altered = ledgers.copy(failing, 4).alteredAt(2);
            Leaves events = ledgers.copy(sound, 4);
            ledgers.hear(failing, altered.note(otherKey, failing.origin(), 4));
            ledgers.hear(sound, events.note(key, sound.origin(), 4));

            Witnesses witnesses = ledgers.witnesses(List.of(failing, sound), List.of(new Broken(), events));
            witnesses.start();
            try {
                await().until(() ->
                        witnesses.standing("sound").orElseThrow().book().latest() != null);
                await().untilAsserted(() -> assertThat(witnesses.failure())
                        .hasValueSatisfying(failure -> assertThat(failure).hasMessage("broken")));
            } finally {
                witnesses.stop();
            }
        }
    }

    private record Broken() implements Publisher {

        @Override
        public Optional<byte[]> rootAt(long size) {
            throw new IllegalStateException("broken");
        }

        @Override
        public List<VerifierKey> keys() {
            throw new IllegalStateException("broken");
        }
    }
}
