package org.dialogue.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.ledger.TestEvents.events;

import com.mongodb.client.MongoDatabase;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the ledger asks of the server, and what it spares it. */
class StatementsTest {

    private final WatchedDatabase watched = new WatchedDatabase();
    private final MongoDatabase database = watched.database();
    private final EventLedger ledger = EventLedger.open(database, "events");

    @AfterEach
    void end() {
        watched.close();
    }

    @Test
    void whatIsStoredIsConfirmedByAMajority() {
        ledger.append(events("a", 1));

        assertThat(watched.sent("insert"))
                .singleElement()
                .satisfies(insert -> assertThat(insert.getDocument("writeConcern")
                                .getString("w")
                                .getValue())
                        .isEqualTo("majority"));
    }

    @Test
    void theEndOfHistoryIsWhatAMajorityHas() {
        watched.forget();

        ledger.head();
        ledger.readAggregate("a", 0, 10);
        ledger.lastSequenceOf("a");
        ledger.positionAsOf(TestEvents.NOON);
        ledger.positionBefore(TestEvents.NOON);
        EventLedger.open(database, "events");

        assertThat(watched.sent("find")).hasSizeGreaterThan(5).allMatch(ofTheMajority());
    }

    /** A new primary has all that is confirmed, but does not know at once that it is. */
    @Test
    void whatIsKnownToBeConfirmedIsReadAsThePrimaryHasIt() {
        for (int i = 0; i < 40; i++) {
            EventLedger.open(database, "events").append(events("a" + i, 2));
        }
        ledger.head();
        watched.forget();

        assertThat(ledger.readAfter(1, 79)).hasSize(79);
        assertThat(ledger.readStored(80)).hasSize(80);
        ledger.proofs().inclusion(3, 80);
        assertThat(watched.sent("find")).hasSizeGreaterThan(5).noneMatch(ofTheMajority());
    }

    @Test
    void aReaderAtTheEndIsGivenWhatThisProcessHasStoredWithoutAsking() {
        long before = ledger.append(events("a", 3)).lastPosition();
        ledger.append(events("b", 2));
        ledger.append(events("c", 1));
        watched.forget();

        try (Stream<RecordedEvent> news = ledger.readAfter(before)) {
            assertThat(news.limit(3).map(RecordedEvent::position)).containsExactly(4L, 5L, 6L);
        }

        assertThat(watched.sent()).isEmpty();
    }

    @Test
    void whoReadsToTheEndAsksOnceForWhatOthersHaveAppended() {
        ledger.append(events("a", 3));
        for (int i = 0; i < 40; i++) {
            ledger.append(events("b" + i, 1));
        }
        watched.forget();

        assertThat(ledger.knownHead()).isEqualTo(43);
        assertThat(watched.sent()).isEmpty();
        assertThat(ledger.readAfter(3, Integer.MAX_VALUE)).hasSize(40);
        assertThat(watched.sent()).singleElement().matches(ofTheMajority());

        EventLedger.open(database, "events").append(events("c", 2));
        assertThat(ledger.knownHead()).isEqualTo(43);
        assertThat(ledger.readAfter(43, Integer.MAX_VALUE)).hasSize(2);
        assertThat(ledger.knownHead()).isEqualTo(45);
    }

    @Test
    void aWholeHistoryIsReadByAFewStatements() {
        EventLedger writer = EventLedger.open(TestMongo.client().getDatabase(database.getName()), "events");
        for (int i = 0; i < 300; i++) {
            writer.append(events("a" + i, 1));
        }
        watched.forget();

        try (Stream<RecordedEvent> all = ledger.readAfter(0)) {
            assertThat(all).hasSize(300);
        }

        assertThat(watched.sent()).hasSizeLessThan(40);
    }

    private static Predicate<BsonDocument> ofTheMajority() {
        BsonValue majority = new BsonDocument("level", new BsonString("majority"));
        return find -> majority.equals(find.get("readConcern"));
    }
}
