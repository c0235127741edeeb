package org.dialogue.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.ledger.TestEvents.events;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.dialogue.embedded.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the ledger asks of the server, and what it spares it. */
class StatementsTest implements CommandListener {

    private final Queue<BsonDocument> statements = new ConcurrentLinkedQueue<>();
    private final MongoClient client = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(TestServers.mongoUri()))
            .addCommandListener(this)
            .build());
    private final MongoDatabase database =
            client.getDatabase(TestMongo.freshDatabase().getName());
    private final EventLedger ledger = EventLedger.open(database, "events");

    @AfterEach
    void end() {
        database.drop();
        client.close();
    }

    @Test
    void whatIsStoredIsConfirmedByAMajority() {
        ledger.append(events("a", 1));

        assertThat(sent("insert"))
                .singleElement()
                .satisfies(insert -> assertThat(insert.getDocument("writeConcern")
                                .getString("w")
                                .getValue())
                        .isEqualTo("majority"));
    }

    @Test
    void theEndOfHistoryIsWhatAMajorityHas() {
        statements.clear();

        ledger.head();
        ledger.readAggregate("a", 0, 10);
        ledger.lastSequenceOf("a");
        ledger.positionAsOf(TestEvents.NOON);
        ledger.positionBefore(TestEvents.NOON);
        EventLedger.open(database, "events");

        assertThat(sent("find")).hasSizeGreaterThan(5).allMatch(ofTheMajority());
    }

    /** A new primary has all that is confirmed, but does not know at once that it is. */
    @Test
    void whatIsKnownToBeConfirmedIsReadAsThePrimaryHasIt() {
        for (int i = 0; i < 40; i++) {
            EventLedger.open(database, "events").append(events("a" + i, 2));
        }
        ledger.head();
        statements.clear();

        assertThat(ledger.readAfter(1, 79)).hasSize(79);
        assertThat(ledger.readRaw(80)).hasSize(80);
        ledger.proofs().inclusion(3, 80);
        assertThat(sent("find")).hasSizeGreaterThan(5).noneMatch(ofTheMajority());

        statements.clear();
        assertThat(ledger.verify(List.of(), ProgressListener.NONE)).isInstanceOf(LedgerVerification.Whole.class);
        assertThat(sent("find"))
                .filteredOn(find -> find.containsKey("batchSize"))
                .singleElement()
                .matches(ofTheMajority().negate());
    }

    @Test
    void aReaderAtTheEndIsGivenWhatThisProcessHasStoredWithoutAsking() {
        long before = ledger.append(events("a", 3)).lastPosition();
        ledger.append(events("b", 2));
        ledger.append(events("c", 1));
        statements.clear();

        try (Stream<RecordedEvent> news = ledger.readAfter(before)) {
            assertThat(news.limit(3).map(RecordedEvent::position)).containsExactly(4L, 5L, 6L);
        }

        assertThat(statements).isEmpty();
    }

    @Test
    void aWholeHistoryIsReadByAFewStatements() {
        EventLedger writer = EventLedger.open(TestMongo.client().getDatabase(database.getName()), "events");
        for (int i = 0; i < 300; i++) {
            writer.append(events("a" + i, 1));
        }
        statements.clear();

        try (Stream<RecordedEvent> all = ledger.readAfter(0)) {
            assertThat(all).hasSize(300);
        }

        assertThat(statements).hasSizeLessThan(40);
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        statements.add(event.getCommand().clone());
    }

    private List<BsonDocument> sent(String name) {
        return statements.stream()
                .filter(statement -> statement.getFirstKey().equals(name))
                .toList();
    }

    private static Predicate<BsonDocument> ofTheMajority() {
        BsonValue majority = new BsonDocument("level", new BsonString("majority"));
        return find -> majority.equals(find.get("readConcern"));
    }
}
