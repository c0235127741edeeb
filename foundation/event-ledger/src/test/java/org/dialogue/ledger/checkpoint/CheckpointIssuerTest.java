package org.dialogue.ledger.checkpoint;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.ledger.TestEvents.events;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.EventLedger.Subscription;
import org.dialogue.ledger.SteppedClock;
import org.dialogue.ledger.TestMongo;
import org.dialogue.ledger.tree.TreeHead;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CheckpointIssuerTest {

    private static final Instant NOON = Instant.parse("2023-07-12T12:00:00Z");
    private static final SigningKey KEY = SigningKey.generate("nghe-an/things");

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final SteppedClock clock = new SteppedClock(NOON);
    private final EventLedger ledger = EventLedger.open(database, "events");
    private final CheckpointCollection checkpoints = new CheckpointCollection(database, "checkpoints");
    private final CheckpointIssuer issuer = issuer(ledger);

    @AfterEach
    void dropDatabase() {
        database.drop();
    }

    @Test
    void anEmptyLedgerGetsNoCheckpoint() {
        assertThat(issuer.issueIfNews()).isEmpty();
        assertThat(issuer.refusal()).isEmpty();
        assertThat(checkpoints.keys()).isEmpty();
    }

    @Test
    void signsTheHeadAndKeepsItWithItsKey() {
        ledger.append(events("a", 3));

        IssuedCheckpoint issued = issuer.issueIfNews().orElseThrow();

        assertThat(issued.checkpoint()).isEqualTo(new Checkpoint("nghe-an/things", ledger.treeHead()));
        assertThat(issued.issuedAt()).isEqualTo(NOON);
        assertThat(checkpoints.latest()).contains(issued);
        assertThat(checkpoints.keys()).containsExactly(KEY.verifierKey());
        assertThat(checkpoints.keys()).allMatch(key -> key.verifies(issued.note()));
    }

    @Test
    void issuesEveryMinuteAndEveryThousandEventsUnlessToldOtherwise() {
        assertThat(CheckpointIssuer.builder(ledger, checkpoints, KEY).cadence())
                .isEqualTo(new Cadence(Duration.ofMinutes(1), 1_000));
    }

    @Test
    void noNewsNoCheckpoint() {
        ledger.append(events("a", 3));
        issuer.issueIfNews();
        clock.move(Duration.ofHours(1));

        assertThat(issuer.issueIfNews()).isEmpty();

        ledger.append(events("b", 1));
        assertThat(issuer.issueIfNews()).map(IssuedCheckpoint::size).contains(4L);
        assertThat(checkpoints.after(0, 10)).extracting(IssuedCheckpoint::size).containsExactly(3L, 4L);
    }

    @Test
    void twoInstancesShareTheWork() {
        EventLedger otherLedger = EventLedger.open(database, "events");
        CheckpointIssuer other = issuer(otherLedger);
        ledger.append(events("a", 3));

        assertThat(issuer.issueIfNews()).isPresent();
        assertThat(other.issueIfNews()).isEmpty();
        otherLedger.append(events("b", 2));
        assertThat(other.issueIfNews()).isPresent();
        assertThat(issuer.issueIfNews()).isEmpty();

        assertThat(checkpoints.after(0, 10)).extracting(IssuedCheckpoint::size).containsExactly(3L, 5L);
        assertThat(issuer.refusal()).isEmpty();
        assertThat(other.refusal()).isEmpty();
    }

    @Test
    void aClockThatWasSetBackChangesNothingButTheTimeItSays() {
        ledger.append(events("a", 3));
        issuer.issueIfNews();
        clock.move(Duration.ofMinutes(-10));
        ledger.append(events("b", 3));

        assertThat(issuer.issueIfNews()).isPresent();

        assertThat(checkpoints.latest().orElseThrow().size()).isEqualTo(6);
        assertThat(checkpoints.latest().orElseThrow().issuedAt()).isEqualTo(NOON.minusSeconds(600));
    }

    @Test
    void listenersAreToldAndAFailingOneStopsNobody() {
        List<Long> told = new ArrayList<>();
        issuer.onIssued(issued -> {
            throw new IllegalStateException("expected in this test");
        });
        Subscription subscription = issuer.onIssued(issued -> told.add(issued.size()));
        ledger.append(events("a", 3));
        issuer.issueIfNews();
        issuer.issueIfNews();
        subscription.close();
        ledger.append(events("b", 1));
        issuer.issueIfNews();

        assertThat(told).containsExactly(3L);
    }

    @Test
    void aLedgerThatShrankIsNotSignedUntilItIsWholeAgain() {
        ledger.append(events("a", 3));
        ledger.append(events("b", 2));
        issuer.issueIfNews();
        MongoCollection<BsonDocument> commits = database.getCollection("events", BsonDocument.class);
        BsonDocument cutOff = commits.findOneAndDelete(eq("_id", 4L));
        assertThat(cutOff).isNotNull();

        CheckpointIssuer afterRestart = issuer(EventLedger.open(database, "events"));
        assertThat(afterRestart.issueIfNews()).isEmpty();
        assertThat(afterRestart.refusal().orElseThrow())
                .contains("shrank")
                .contains("3 events")
                .contains("size 5");

        commits.insertOne(cutOff);
        ledger.append(events("c", 1));
        assertThat(afterRestart.issueIfNews()).map(IssuedCheckpoint::size).contains(6L);
        assertThat(afterRestart.refusal()).isEmpty();
    }

    @Test
    void anOlderBackupThatGrewOnIsNotSigned() {
        ledger.append(events("a", 3));
        ledger.append(events("b", 2));
        issuer.issueIfNews();
        database.getCollection("events").deleteOne(eq("_id", 4L));
        EventLedger restored = EventLedger.open(database, "events");
        restored.append(events("c", 4));

        for (CheckpointIssuer each : List.of(issuer, issuer(restored))) {
            assertThat(each.issueIfNews()).isEmpty();
            assertThat(each.refusal()).contains("History was changed under the checkpoint at size 5");
        }
    }

    @Test
    void aChangeUnderTheLatestCheckpointIsSeenWithoutNews() {
        ledger.append(events("a", 1));
        issuer.issueIfNews();
        alterTheFirstPayloadAt(1);

        assertThat(issuer.issueIfNews()).isEmpty();
        assertThat(issuer.refusal()).contains("History was changed under the checkpoint at size 1");
    }

    @Test
    void aHeadThatDoesNotGoOnFromTheLatestCheckpointIsNotSigned() {
        ledger.append(events("a", 4));
        issuer.issueIfNews();
        ledger.append(events("b", 2));
        BsonArray frontier = new BsonArray(List.of(new BsonBinary(new byte[32]), new BsonBinary(new byte[32])));
        database.getCollection("events").updateOne(eq("_id", 5L), set("frontier", frontier));

        CheckpointIssuer afterRestart = issuer(EventLedger.open(database, "events"));
        assertThat(afterRestart.issueIfNews()).isEmpty();
        assertThat(afterRestart.refusal()).contains("History at size 6 does not go on from the checkpoint at size 4");
    }

    @Test
    void anEndOfHistoryThatIsNotWhatWasAppendedIsNotSigned() {
        ledger.append(events("a", 1));
        alterTheFirstPayloadAt(1);

        assertThat(issuer.issueIfNews()).isEmpty();
        assertThat(issuer.refusal()).contains("The events stored do not lead to the root stored at size 1");
    }

    @Test
    void anEventAlteredBeforeItsFirstCheckpointIsStillSignedAsItWasAppended() {
        TreeHead appended = ledger.append(events("a", 3)).tree();
        alterTheFirstPayloadAt(1);

        IssuedCheckpoint issued =
                issuer(EventLedger.open(database, "events")).issueIfNews().orElseThrow();

        assertThat(issued.checkpoint().tree()).isEqualTo(appended);
    }

    @Test
    void historyCutOffTogetherWithItsCheckpointsIsSeenByTheProcessThatSignedThem() {
        ledger.append(events("a", 3));
        issuer.issueIfNews();
        ledger.append(events("b", 2));
        issuer.issueIfNews();
        database.getCollection("events").deleteOne(eq("_id", 4L));
        database.getCollection("checkpoints").deleteMany(gt("_id", 3L));
        EventLedger.open(database, "events").append(events("c", 4));

        assertThat(issuer.issueIfNews()).isEmpty();
        assertThat(issuer.refusal()).contains("History was changed under the checkpoint at size 5");
    }

    @Test
    void aHoleAtTheLatestCheckpointIsNotSignedOver() {
        ledger.append(events("a", 3));
        ledger.append(events("b", 2));
        issuer.issueIfNews();
        ledger.append(events("c", 2));
        database.getCollection("events").deleteOne(eq("_id", 4L));

        assertThat(issuer.issueIfNews()).isEmpty();
        assertThat(issuer.refusal().orElseThrow()).contains("History is broken: position");
    }

    @Test
    void checkpointsOfAnotherLedgerAreNotBuiltUpon() {
        ledger.append(events("a", 3));
        CheckpointIssuer.builder(ledger, checkpoints, KEY)
                .origin("elsewhere/things")
                .build()
                .issueIfNews();
        ledger.append(events("b", 1));

        assertThat(issuer.issueIfNews()).isEmpty();
        assertThat(issuer.refusal())
                .contains("The checkpoints kept here are of 'elsewhere/things', not of 'nghe-an/things'");
    }

    @Test
    void aForgedCheckpointIsNotBuiltUpon() {
        ledger.append(events("a", 3));
        IssuedCheckpoint issued = issuer.issueIfNews().orElseThrow();
        ledger.append(events("b", 1));
        String forged = issued.note().text().replaceFirst("things\n3\n", "things\n4\n");
        BsonDocument document =
                database.getCollection("checkpoints", BsonDocument.class).find().first();
        assertThat(document).isNotNull();
        document.put("_id", new BsonInt64(4));
        document.put("note", new BsonString(forged));
        database.getCollection("checkpoints", BsonDocument.class).insertOne(document);

        assertThat(issuer.issueIfNews()).isEmpty();
        assertThat(issuer.refusal()).contains("No known key signed the latest checkpoint, that at size 4");
    }

    static Stream<Bson> changesOfForm() {
        return Stream.of(set("note", "nothing"), set("note", 7), unset("note"), set("issuedAt", "noon"));
    }

    @ParameterizedTest
    @MethodSource("changesOfForm")
    void whatCannotBeReadIsNotBuiltUpon(Bson change) {
        ledger.append(events("a", 3));
        issuer.issueIfNews();
        database.getCollection("checkpoints").updateOne(eq("_id", 3L), change);

        assertCannotRead(issuer(ledger));
    }

    @Test
    void aKeptKeyThatCannotBeReadIsNotPassedOver() {
        ledger.append(events("a", 3));
        issuer.issueIfNews();
        database.getCollection("checkpoints_keys").insertOne(new Document("_id", "no key"));

        assertCannotRead(issuer(ledger));
    }

    @Test
    void anEndOfHistoryThatCannotBeReadIsNotSigned() {
        ledger.append(events("a", 1));
        EventLedger other = EventLedger.open(database, "events");
        other.append(events("b", 2));
        database.getCollection("events").updateOne(eq("_id", 2L), set("frontier", "none"));

        assertCannotRead(issuer);
    }

    private static void assertCannotRead(CheckpointIssuer issuer) {
        assertThat(issuer.issueIfNews()).isEmpty();
        assertThat(issuer.refusal().orElseThrow()).startsWith("What is stored cannot be read");
    }

    private void alterTheFirstPayloadAt(long position) {
        database.getCollection("events")
                .updateOne(eq("_id", position), set("events.0.payload", new BsonBinary(new byte[] {1})));
    }

    private CheckpointIssuer issuer(EventLedger of) {
        return CheckpointIssuer.builder(of, checkpoints, KEY).clock(clock).build();
    }
}
