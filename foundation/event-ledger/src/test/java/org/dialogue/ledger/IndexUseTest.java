package org.dialogue.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.ledger.TestEvents.events;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.client.MongoDatabase;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.dialogue.embedded.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Has a real server explain the very statements that the ledger sent: none may look at more than it must. */
class IndexUseTest {

    private static final int AGGREGATES = 200;
    private static final Set<String> OF_THE_SESSION =
            Set.of("lsid", "$clusterTime", "$db", "$readPreference", "readConcern");

    private final WatchedDatabase watched = new WatchedDatabase();
    private final MongoDatabase database = watched.database();
    private final EventLedger ledger = EventLedger.open(database, "events");

    @BeforeEach
    void someHistory() {
        assumeTrue(TestServers.hasRealMongo(), "the embedded server explains nothing");
        for (int i = 0; i < AGGREGATES; i++) {
            ledger.append(events("a" + i, 3));
        }
        watched.forget();
    }

    @AfterEach
    void end() {
        watched.close();
    }

    @Test
    void anAggregateIsLoadedByLookingAtItsOwnCommitsOnly() {
        assertThat(ledger.readAggregate("a7", 0, 100)).hasSize(3);

        assertThat(documentsExamined()).isEqualTo(1);
    }

    @Test
    void theNextPositionIsLookedUp() {
        assertThat(ledger.head()).isEqualTo(3 * AGGREGATES);

        assertThat(documentsExamined()).isZero();
    }

    @Test
    void aPlaceInHistoryIsLookedUp() {
        try (Stream<RecordedEvent> events = ledger.readAfter(3 * 100 + 1)) {
            assertThat(events.findFirst()).isPresent();
        }

        assertThat(documentsExamined()).isLessThanOrEqualTo(AGGREGATES / 2 + 3);
    }

    @Test
    void aMomentIsLookedUp() {
        assertThat(ledger.positionAsOf(TestEvents.NOON)).isZero();
        ledger.positionBefore(TestEvents.NOON.plusSeconds(86_400));

        assertThat(documentsExamined()).isZero();
    }

    private int documentsExamined() {
        return watched.sent("find").stream().mapToInt(this::documentsExamined).sum();
    }

    private int documentsExamined(BsonDocument find) {
        BsonDocument statement = find.clone();
        OF_THE_SESSION.forEach(statement::remove);
        Document explained =
                database.runCommand(new Document("explain", statement).append("verbosity", "executionStats"));
        return explained.get("executionStats", Document.class).getInteger("totalDocsExamined");
    }
}
