package org.dialogue.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.ledger.TestEvents.events;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.dialogue.embedded.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Has a real server explain the very statements that the ledger sent: none may look at more than it must. */
class IndexUseTest implements CommandListener {

    private static final int AGGREGATES = 200;
    private static final Set<String> OF_THE_SESSION =
            Set.of("lsid", "$clusterTime", "$db", "$readPreference", "readConcern");

    private final List<BsonDocument> finds = Collections.synchronizedList(new ArrayList<>());
    private final MongoClient client = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(TestServers.mongoUri()))
            .addCommandListener(this)
            .build());
    private final MongoDatabase database =
            client.getDatabase(TestMongo.freshDatabase().getName());
    private final EventLedger ledger = EventLedger.open(database, "events");

    @BeforeEach
    void someHistory() {
        assumeTrue(TestServers.hasRealMongo(), "the embedded server explains nothing");
        for (int i = 0; i < AGGREGATES; i++) {
            ledger.append(events("a" + i, 3));
        }
        finds.clear();
    }

    @AfterEach
    void end() {
        database.drop();
        client.close();
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

    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (event.getCommandName().equals("find")) {
            finds.add(event.getCommand().clone());
        }
    }

    private int documentsExamined() {
        return List.copyOf(finds).stream().mapToInt(this::documentsExamined).sum();
    }

    private int documentsExamined(BsonDocument find) {
        BsonDocument statement = find.clone();
        OF_THE_SESSION.forEach(statement::remove);
        Document explained =
                database.runCommand(new Document("explain", statement).append("verbosity", "executionStats"));
        return explained.get("executionStats", Document.class).getInteger("totalDocsExamined");
    }
}
