package org.dialogue.reports.views;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.dialogue.embedded.TestServers;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.LedgerEvent;
import org.dialogue.reports.folds.Bound;
import org.dialogue.reports.folds.Replay;
import org.dialogue.reports.folds.ViewState;
import org.dialogue.reports.folds.followup.FollowUp;
import org.dialogue.reports.story.RandomDialogue;
import org.dialogue.reports.story.ToldHistory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A snapshot is a cache: it is used where it is whole and of this ledger, and nowhere else. */
class StoredSnapshotsIT {

    private static final int EVENTS = 40;

    private final MongoClient client = MongoClients.create(TestServers.mongoUri());
    private final MongoDatabase database = database();
    private final EventLedger ledger = EventLedger.open(database, "events");
    private final Snapshots snapshots = new StoredSnapshots(database, ledger, Clock.systemUTC());
    private final MongoCollection<Document> heads = database.getCollection("view_snapshots");
    private final MongoCollection<Document> pieces = database.getCollection("view_snapshot_pieces");
    private final ViewState<FollowUp> state = state(EVENTS);

    @BeforeEach
    void keepOne() {
        fill(ledger, "event", EVENTS + 10);
        snapshots.keep(FollowUp.FOLD, state);
    }

    @AfterEach
    void drop() {
        ledger.close();
        database.drop();
        client.close();
    }

    @Test
    void whatWasKeptIsFound() {
        assertThat(snapshots.find(FollowUp.FOLD)).contains(state);
    }

    @Test
    void theNewestTakesThePlaceOfTheOneBefore() {
        ViewState<FollowUp> newer = state(EVENTS + 5);
        snapshots.keep(FollowUp.FOLD, newer);

        assertThat(snapshots.find(FollowUp.FOLD)).contains(newer);
        assertThat(pieces.countDocuments()).isEqualTo(1);
        assertThat(heads.countDocuments()).isEqualTo(1);
    }

    @Test
    void aDamagedOneIsNone() {
        Document piece = pieces.find().first();
        byte[] bytes = piece.get("bytes", Binary.class).getData();
        for (int place : new int[] {0, bytes.length / 2, bytes.length - 1}) {
            byte[] damaged = bytes.clone();
            damaged[place] ^= 1;
            pieces.updateOne(eq("_id", piece.get("_id")), set("bytes", new Binary(damaged)));

            assertThat(snapshots.find(FollowUp.FOLD)).isEmpty();
        }
        pieces.deleteMany(new Document());
        assertThat(snapshots.find(FollowUp.FOLD)).isEmpty();
    }

    @Test
    void oneOfAnotherFormatIsNone() {
        heads.updateOne(new Document(), set("format", "coverage 0 00000000"));

        assertThat(snapshots.find(FollowUp.FOLD)).isEmpty();
    }

    /** After the copy was made anew, other events stand at its positions. */
    @Test
    void oneOfAnotherLedgerIsNone() {
        heads.updateOne(new Document(), set("root", "00".repeat(32)));
        assertThat(snapshots.find(FollowUp.FOLD)).isEmpty();
        heads.updateOne(new Document(), set("position", EVENTS + 1_000L));
        assertThat(snapshots.find(FollowUp.FOLD)).isEmpty();
    }

    private MongoDatabase database() {
        return client.getDatabase("snapshots_" + UUID.randomUUID().toString().substring(0, 8));
    }

    private static ViewState<FollowUp> state(int position) {
        ToldHistory history = new ToldHistory();
        history.tell(RandomDialogue.played(1, 200).entries());
        return new Replay(history).of(FollowUp.FOLD, Bound.position(position));
    }

    private static void fill(EventLedger ledger, String id, int events) {
        ledger.append(IntStream.rangeClosed(1, events)
                .mapToObj(number -> new LedgerEvent(
                        id + number,
                        "anything",
                        "1",
                        "thing",
                        "thing:" + number,
                        0,
                        Instant.EPOCH,
                        "{}".getBytes(StandardCharsets.UTF_8),
                        "{}".getBytes(StandardCharsets.UTF_8),
                        null))
                .toList());
    }
}
