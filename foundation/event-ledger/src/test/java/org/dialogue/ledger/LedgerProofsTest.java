package org.dialogue.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.dialogue.embedded.TestServers;
import org.dialogue.ledger.tree.DefinedTree;
import org.dialogue.ledger.tree.TreeHead;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerProofsTest {

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final CountedStatements statements = new CountedStatements();
    private final MongoClient client = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(TestServers.mongoUri()))
            .addCommandListener(statements)
            .build());
    private final EventLedger ledger = EventLedger.open(client.getDatabase(database.getName()), "events");
    private final LedgerProofs proofs = ledger.proofs();

    @AfterEach
    void dropDatabase() {
        database.drop();
        client.close();
    }

    /** Commits of one event, of a few, of many beside few, and of numbers that fit the tree's own. */
    @ParameterizedTest
    @CsvSource({"1, 40, 1", "2, 70, 5", "3, 70, 40", "4, 64, 64", "5, 90, 17"})
    void proofsAreThoseOfTheDefinitionWhateverTheCommits(long seed, int events, int largestCommit) {
        append(new Random(seed), events, largestCommit);
        DefinedTree tree = definedTree();

        for (int size = 0; size <= events; size++) {
            assertThat(proofs.headAt(size)).isEqualTo(tree.head(size));
        }
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            int size = 1 + random.nextInt(events);
            int position = 1 + random.nextInt(size);
            assertThat(proofs.inclusion(position, size)).isEqualTo(tree.inclusion(position, size));
            assertThat(proofs.consistency(position, size)).isEqualTo(tree.consistency(position, size));
        }
    }

    @Test
    void aProofHoldsAgainstTheHeadOfAnyMomentSince() {
        TreeHead early = ledger.append(TestEvents.events("a", 3)).tree();
        TreeHead late = ledger.append(TestEvents.events("b", 6)).tree();

        assertThat(proofs.headAt(3)).isEqualTo(early);
        assertThat(proofs.headAt(9)).isEqualTo(late).isEqualTo(ledger.treeHead());
        assertThat(proofs.inclusion(2, 3).proves(early)).isTrue();
        assertThat(proofs.inclusion(2, 9).proves(late)).isTrue();
        assertThat(proofs.consistency(3, 9).proves(early, late)).isTrue();
        assertThat(proofs.consistency(0, 9).proves(proofs.headAt(0), late)).isTrue();
    }

    @Test
    void theCostGrowsWithTheLogarithmOfTheSize() {
        append(new Random(7), 1_100, 8);
        int size = 1_063;
        int levels = 11;
        Random random = new Random(8);
        for (int i = 0; i < 30; i++) {
            int position = 1 + random.nextInt(size);

            assertThat(statements.during(() -> proofs.headAt(position))).isLessThanOrEqualTo(3);
            // Every hash of the path, and the leaf, are to be had for three reads at the most; commits as small as
            // these are found at once.
            assertThat(statements.during(() -> proofs.inclusion(position, size)))
                    .isLessThanOrEqualTo(3 * (levels + 1));
            assertThat(statements.during(() -> proofs.consistency(position, size)))
                    .isLessThanOrEqualTo(3 * (levels + 1));
        }
        DefinedTree tree = definedTree();
        assertThat(proofs.inclusion(823, size)).isEqualTo(tree.inclusion(823, size));
        assertThat(proofs.consistency(823, size)).isEqualTo(tree.consistency(823, size));
    }

    @Test
    void anEventIsFoundByItsId() {
        append(new Random(9), 30, 6);

        List<RecordedEvent> events = ledger.readAfter(0, 30);
        assertThat(events)
                .allSatisfy(recorded ->
                        assertThat(proofs.positionOf(recorded.event().id())).hasValue(recorded.position()));
        assertThat(statements.during(
                        () -> proofs.positionOf(events.get(12).event().id())))
                .isOne();
        assertThat(proofs.positionOf("unheard-of")).isEmpty();
    }

    @Test
    void whatOthersAppendedCanBeProven() {
        EventLedger other = EventLedger.open(database, "events");
        TreeHead head = other.append(TestEvents.events("a", 4)).tree();

        assertThat(proofs.inclusion(4, 4).proves(head)).isTrue();
    }

    @Test
    void whatTheLedgerDoesNotHoldCannotBeProven() {
        append(new Random(10), 5, 2);

        assertThatIllegalArgumentException().isThrownBy(() -> proofs.headAt(6)).withMessageContaining("holds 5 events");
        assertThatIllegalArgumentException().isThrownBy(() -> proofs.headAt(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> proofs.inclusion(1, 6));
        assertThatIllegalArgumentException().isThrownBy(() -> proofs.inclusion(4, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> proofs.inclusion(0, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> proofs.consistency(4, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> proofs.consistency(-1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> proofs.consistency(3, 6));
    }

    @Test
    void aMissingOrUnreadableCommitIsNamed() {
        TestEvents.events("a", 6).forEach(event -> ledger.append(List.of(event)));
        var stored = database.getCollection("events");

        stored.updateOne(Filters.eq("_id", 3L), Updates.set("root", "none"));
        stored.updateOne(Filters.eq("_id", 3L), Updates.set("frontier", List.of()));
        assertThatExceptionOfType(BrokenHistoryException.class)
                .isThrownBy(() -> proofs.headAt(3))
                .withMessageContaining("is no commit")
                .satisfies(broken -> assertThat(broken.position()).isEqualTo(3));
        assertThatExceptionOfType(BrokenHistoryException.class).isThrownBy(() -> proofs.inclusion(3, 6));

        stored.deleteOne(Filters.eq("_id", 3L));
        assertThatExceptionOfType(BrokenHistoryException.class)
                .isThrownBy(() -> proofs.inclusion(4, 6))
                .withMessageContaining("is missing")
                .satisfies(broken -> assertThat(broken.position()).isEqualTo(3));
    }

    @Test
    void anAlteredEventIsNotProven() {
        TestEvents.events("a", 6).forEach(event -> ledger.append(List.of(event)));
        TreeHead head = ledger.treeHead();

        database.getCollection("events").updateOne(Filters.eq("_id", 3L), Updates.set("events.0.name", "other-done"));

        assertThat(proofs.inclusion(3, 6).proves(head)).isFalse();
    }

    private void append(Random random, int events, int largestCommit) {
        for (int appended = 0; appended < events; ) {
            int count = Math.min(events - appended, 1 + random.nextInt(largestCommit));
            ledger.append(TestEvents.events("aggregate-" + appended, count));
            appended += count;
        }
    }

    private DefinedTree definedTree() {
        return new DefinedTree(ledger.readAfter(0).map(RecordedEvent::leaf).toList());
    }

    /** Counts what is sent to the server. */
    private static final class CountedStatements implements CommandListener {

        private final AtomicInteger sent = new AtomicInteger();

        int during(Runnable work) {
            int before = sent.get();
            work.run();
            return sent.get() - before;
        }

        @Override
        public void commandStarted(CommandStartedEvent event) {
            sent.incrementAndGet();
        }
    }
}
