package org.dialogue.ledger.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.ledger.TestEvents.events;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.SteppedClock;
import org.dialogue.ledger.TestMongo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRotationTest {

    private static final String ORIGIN = "nghe-an/things";

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final SteppedClock clock = new SteppedClock(Instant.parse("2023-07-12T12:00:00Z"));
    private final EventLedger ledger = EventLedger.open(database, "events");
    private final CheckpointCollection checkpoints = new CheckpointCollection(database, "checkpoints");
    private final SigningKey old = SigningKey.generate(ORIGIN);

    @BeforeEach
    void signWithTheOldKey() {
        ledger.append(events("a", 3));
        assertThat(issuer(old).build().issueIfNews()).isPresent();
        ledger.append(events("b", 2));
        clock.move(Duration.ofHours(1));
    }

    @AfterEach
    void dropDatabase() {
        database.drop();
    }

    @ParameterizedTest
    @ValueSource(strings = {ORIGIN, "nghe-an/things-2024"})
    void aNewKeySignsOnAndWhatTheOldOneSignedStillVerifies(String name) {
        SigningKey next = SigningKey.generate(name);

        IssuedCheckpoint issued = issuer(next).build().issueIfNews().orElseThrow();

        assertThat(checkpoints.keys()).containsExactly(old.verifierKey(), next.verifierKey());
        assertThat(next.verifierKey().verifies(issued.note())).isTrue();
        assertThat(old.verifierKey().verifies(issued.note())).isFalse();
        assertThat(issued.checkpoint().origin()).isEqualTo(ORIGIN);
        assertThat(checkpoints.after(0, 10))
                .hasSize(2)
                .allMatch(each -> checkpoints.keys().stream().anyMatch(key -> key.verifies(each.note())));
    }

    @Test
    void itIsEnoughToConfigureTheOldKey() {
        database.getCollection("checkpoints_keys").drop();
        SigningKey next = SigningKey.generate(ORIGIN);

        CheckpointIssuer stranger = issuer(next).build();
        assertThat(stranger.issueIfNews()).isEmpty();
        assertThat(stranger.refusal()).contains("No known key signed the latest checkpoint, that at size 3");

        assertThat(issuer(next).earlierKeys(List.of(old.verifierKey())).build().issueIfNews())
                .isPresent();
    }

    @Test
    void whoConfiguresEarlierKeysBelievesNoneThatTheDatabaseHolds() {
        SigningKey next = SigningKey.generate(ORIGIN);
        VerifierKey unrelated = SigningKey.generate(ORIGIN).verifierKey();

        CheckpointIssuer strict = issuer(next).earlierKeys(List.of(unrelated)).build();

        assertThat(strict.issueIfNews()).isEmpty();
        assertThat(strict.refusal()).isPresent();
    }

    @Test
    void theOldKeyMayComeBack() {
        issuer(SigningKey.generate(ORIGIN)).build().issueIfNews();
        ledger.append(events("c", 1));

        assertThat(issuer(old).build().issueIfNews()).isPresent();
        assertThat(checkpoints.keys()).hasSize(2);
    }

    private CheckpointIssuer.Builder issuer(SigningKey key) {
        return CheckpointIssuer.builder(ledger, checkpoints, key).origin(ORIGIN).clock(clock);
    }
}
