package org.dialogue.reports.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.dialogue.embedded.TestServers;
import org.dialogue.kit.consuming.ReceivedEvent;
import org.dialogue.ledger.DuplicateEventException;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.LedgerEvent;
import org.dialogue.ledger.Origin;
import org.dialogue.ledger.SequenceConflictException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens between an append and its acknowledgement must not matter. */
class CopyingHistoryIT {

    private final MongoClient client = MongoClients.create(TestServers.mongoUri());
    private final MongoDatabase database =
            client.getDatabase("copying_" + UUID.randomUUID().toString().substring(0, 8));
    private final EventLedger ledger = EventLedger.open(database, "events");
    private final CopyingHistory copying = new CopyingHistory(ledger);

    @AfterEach
    void drop() {
        ledger.close();
        database.drop();
        client.close();
    }

    @Test
    void anEventThatWasAppendedBeforeACrashIsNotAppendedAgainAfterIt() {
        copying.handle(received("e1", "question:q", 1, "{}"));

        try (EventLedger openedAgain = EventLedger.open(database, "events")) {
            CopyingHistory afterTheCrash = new CopyingHistory(openedAgain);
            afterTheCrash.handle(received("e1", "question:q", 1, "{}"));
            afterTheCrash.handle(received("e2", "question:r", 2, "{}"));
        }

        assertThat(ledger.head()).isEqualTo(2);
        assertThat(ledger.lastOriginPosition("dialogue-service")).hasValue(2);
    }

    @Test
    void aParkedEventIsCopiedLateWithoutHarm() {
        copying.handle(received("e2", "question:r", 2, "{}"));
        copying.handle(received("e1", "question:q", 1, "{}"));

        assertThat(ledger.head()).isEqualTo(2);
    }

    @Test
    void whatArrivedTogetherIsCopiedAsAWholeOrNotAtAll() {
        copying.handleAll(List.of(received("e1", "question:q", 1, "{}"), received("e2", "question:r", 2, "{}")));

        assertThatThrownBy(() -> copying.handleAll(
                        List.of(received("e2", "question:r", 2, "{}"), received("e3", "question:s", 3, "{}"))))
                .isInstanceOf(DuplicateEventException.class);
        assertThat(ledger.head()).isEqualTo(2);
        assertThat(ledger.lastOriginPosition("dialogue-service")).hasValue(2);
    }

    @Test
    void anotherStoryUnderAKnownIdIsRefused() {
        copying.handle(received("e1", "question:q", 1, "{}"));

        assertThatThrownBy(() -> copying.handle(received("e1", "question:q", 1, "{\"altered\":true}")))
                .isInstanceOf(AlteredHistory.class)
                .hasMessageContaining("dialogue-service 1 (e1)");
        assertThat(ledger.head()).isEqualTo(1);
    }

    @Test
    void aSecondEventInTheSamePlaceOfAnAggregateIsRefused() {
        copying.handle(received("e1", "question:q", 1, "{}"));

        assertThatThrownBy(() -> copying.handle(received("e2", "question:q", 2, "{}")))
                .isInstanceOf(SequenceConflictException.class);
    }

    private static ReceivedEvent received(String id, String aggregateId, long position, String payload) {
        Origin origin = new Origin("dialogue-service", position, Instant.EPOCH);
        LedgerEvent event = new LedgerEvent(
                id,
                "question-raised",
                "1",
                "question",
                aggregateId,
                0,
                Instant.EPOCH,
                payload.getBytes(StandardCharsets.UTF_8),
                "{}".getBytes(StandardCharsets.UTF_8),
                origin);
        return new ReceivedEvent(origin, event, null);
    }
}
