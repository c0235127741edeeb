package org.dialogue.ledger.checkpoint;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.dialogue.ledger.TestMongo;
import org.dialogue.ledger.tree.TreeHead;
import org.junit.jupiter.api.Test;

class CheckpointCollectionTest {

    private static final Instant NOON = Instant.parse("2023-07-12T12:00:00.123456Z");
    private static final SigningKey KEY = SigningKey.generate("nghe-an/things");

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final CheckpointCollection checkpoints = new CheckpointCollection(database, "checkpoints");

    @Test
    void isEmptyAtFirst() {
        assertThat(checkpoints.latest()).isEmpty();
        assertThat(checkpoints.ofSize(1)).isEmpty();
        assertThat(checkpoints.after(0, 10)).isEmpty();
        assertThat(checkpoints.keys()).isEmpty();
    }

    @Test
    void givesBackWhatItKeeps() {
        IssuedCheckpoint issued = issued(7, NOON);

        assertThat(checkpoints.keep(issued)).isTrue();

        assertThat(checkpoints.ofSize(7)).contains(issued);
        assertThat(issued.issuedAt()).isEqualTo("2023-07-12T12:00:00.123Z");
        assertThat(KEY.verifierKey()
                        .verifies(checkpoints.ofSize(7).orElseThrow().note()))
                .isTrue();
    }

    @Test
    void theFirstOfASizeStays() {
        IssuedCheckpoint first = issued(7, NOON);
        checkpoints.keep(first);

        assertThat(checkpoints.keep(issued(7, NOON.plusSeconds(1)))).isFalse();

        assertThat(checkpoints.ofSize(7)).contains(first);
        assertThat(checkpoints.after(0, 10)).hasSize(1);
    }

    @Test
    void aRepeatedInsertOfTheSameIsSeenAsKept() {
        checkpoints.keep(issued(7, NOON));

        assertThat(checkpoints.keep(issued(7, NOON))).isTrue();
    }

    @Test
    void theLatestIsTheLargestWhateverTheClocksSaid() {
        Stream.of(issued(10, NOON), issued(9, NOON.plusSeconds(60)), issued(1_000, NOON.minusSeconds(60)))
                .forEach(checkpoints::keep);

        assertThat(checkpoints.latest()).contains(issued(1_000, NOON.minusSeconds(60)));
    }

    @Test
    void givesPagesInOrderOfSize() {
        LongStream.of(5, 30, 4_000_000_000L, 2, 11).forEach(size -> checkpoints.keep(issued(size, NOON)));

        assertThat(checkpoints.after(0, 2)).extracting(IssuedCheckpoint::size).containsExactly(2L, 5L);
        assertThat(checkpoints.after(5, 10))
                .extracting(IssuedCheckpoint::size)
                .containsExactly(11L, 30L, 4_000_000_000L);
        assertThatIllegalArgumentException().isThrownBy(() -> checkpoints.after(0, 0));
    }

    @Test
    void keysAreKeptOnceInOrderOfTheirFirstUse() {
        VerifierKey old = SigningKey.generate("z").verifierKey();
        VerifierKey next = SigningKey.generate("a").verifierKey();
        checkpoints.keepKey(next, NOON.plusSeconds(60));
        checkpoints.keepKey(old, NOON);
        checkpoints.keepKey(old, NOON.plusSeconds(120));

        assertThat(checkpoints.keys()).containsExactly(old, next);
    }

    @Test
    void aCheckpointWithoutItsPlaceIsNoCheckpoint() {
        checkpoints.keep(issued(7, NOON));
        Document moved = database.getCollection("checkpoints").find().first();
        assertThat(moved).isNotNull();
        moved.put("_id", 8L);
        database.getCollection("checkpoints").insertOne(moved);

        assertThatExceptionOfType(MalformedNoteException.class).isThrownBy(checkpoints::latest);
    }

    @Test
    void anAlteredNoteIsGivenButNotVerified() {
        checkpoints.keep(issued(7, NOON));
        String forged =
                issued(7, NOON).note().text().replaceFirst("\n[A-Za-z0-9]{43}=\n", "\n" + "B".repeat(42) + "A=\n");
        database.getCollection("checkpoints").updateOne(eq("_id", 7L), set("note", forged));

        SignedNote note = checkpoints.latest().orElseThrow().note();

        assertThat(note).isNotEqualTo(issued(7, NOON).note());
        assertThat(List.of(KEY.verifierKey())).noneMatch(key -> key.verifies(note));
    }

    private static IssuedCheckpoint issued(long size, Instant at) {
        Checkpoint checkpoint = new Checkpoint("nghe-an/things", new TreeHead(size, new byte[32]));
        return new IssuedCheckpoint(
                checkpoint, new SignedNote(checkpoint.body(), List.of(KEY.sign(checkpoint.body()))), at);
    }
}
