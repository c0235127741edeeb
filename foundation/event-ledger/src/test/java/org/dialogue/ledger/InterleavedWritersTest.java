package org.dialogue.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bson.RawBsonDocument;

/**
 * Writers in processes of their own, rivals for a few aggregates, over a network that loses and delays, with readers
 * beside them: in every order of their steps that chance comes up with.
 */
class InterleavedWritersTest {

    private static final List<String> AGGREGATES = List.of("a", "b", "c");

    private final Map<Commit, List<LedgerEvent>> acknowledged = Collections.synchronizedMap(new HashMap<>());
    private final List<LedgerEvent> refused = Collections.synchronizedList(new ArrayList<>());

    @Property(tries = 60)
    void historyIsWholeInEveryOrderOfSteps(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 4) int writers,
            @ForAll @IntRange(min = 1, max = 6) int commits,
            @ForAll @IntRange(max = 40) int faultsInAHundred)
            throws Exception {
        MongoDatabase database = TestMongo.freshDatabase();
        try {
            Random random = new Random(seed);
            Interleaving interleaving = new Interleaving(random.nextLong());
            List<Runnable> actors = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                actors.add(writer(database, interleaving, new Random(random.nextLong()), commits, faultsInAHundred));
            }
            actors.add(reader(database, interleaving, 6 * writers * commits));

            interleaving.run(actors);

            List<RecordedEvent> history = HistoryChecks.wholeHistory(EventLedger.open(database, "events"));
            acknowledged.forEach((commit, events) -> HistoryChecks.holds(history, commit, events));
            assertThat(history)
                    .hasSize(acknowledged.values().stream().mapToInt(List::size).sum());
            assertThat(refused)
                    .allSatisfy(event ->
                            assertThat(history).extracting(RecordedEvent::event).doesNotContain(event));
            assertThat(acknowledged).isNotEmpty();
        } finally {
            acknowledged.clear();
            refused.clear();
            database.drop();
        }
    }

    private Runnable writer(
            MongoDatabase database, Interleaving interleaving, Random random, int commits, int faultsInAHundred) {
        InterleavedCommits collection = new InterleavedCommits(database, interleaving, random, faultsInAHundred);
        EventLedger ledger = ledger(database, collection);
        return () -> {
            collection.start();
            for (int i = 0; i < commits; i++) {
                List<LedgerEvent> events = someEvents(ledger, random);
                try {
                    acknowledged.put(ledger.append(events), events);
                } catch (SequenceConflictException lost) {
                    refused.addAll(events);
                }
            }
        };
    }

    private static Runnable reader(MongoDatabase database, Interleaving interleaving, int reads) {
        InterleavedCommits collection = new InterleavedCommits(database, interleaving, new Random(0), 0);
        EventLedger ledger = ledger(database, collection);
        return () -> {
            collection.start();
            long position = 0;
            for (int i = 0; i < reads; i++) {
                for (RecordedEvent event : ledger.readAfter(position, 1 + i % 3)) {
                    assertThat(event.position()).isEqualTo(position + 1);
                    position = event.position();
                }
            }
        };
    }

    /** The next events of an aggregate as far as this writer knows, which rivals may prove wrong. */
    private static List<LedgerEvent> someEvents(EventLedger ledger, Random random) {
        String aggregate = AGGREGATES.get(random.nextInt(AGGREGATES.size()));
        long next = ledger.lastSequenceOf(aggregate).orElse(-1) + 1;
        return LongStream.rangeClosed(next, next + random.nextInt(3))
                .mapToObj(sequence -> TestEvents.event(aggregate, sequence))
                .toList();
    }

    private static EventLedger ledger(MongoDatabase database, CommitCollection collection) {
        return EventLedger.in(database, "events")
                .batchSize(2)
                .patience(Patience.LONGEST)
                .open(collection);
    }

    /** Lets others come between any two statements, and a share of the inserts go wrong. */
    private static final class InterleavedCommits extends FaultyCommits {

        private static final Fault[] FAULTS = {Fault.REQUEST_LOST, Fault.REPLY_LOST, Fault.REQUEST_LATE};

        private final MongoDatabase database;
        private final Interleaving interleaving;
        private final Random random;
        private final int faultsInAHundred;
        private boolean started;

        InterleavedCommits(MongoDatabase database, Interleaving interleaving, Random random, int faultsInAHundred) {
            super(database, "events");
            this.database = database;
            this.interleaving = interleaving;
            this.random = random;
            this.faultsInAHundred = faultsInAHundred;
        }

        void start() {
            started = true;
        }

        @Override
        Fault nextFault() {
            return random.nextInt(100) < faultsInAHundred ? FAULTS[random.nextInt(FAULTS.length)] : Fault.NONE;
        }

        @Override
        void insert(RawBsonDocument commit) {
            step();
            super.insert(commit);
        }

        @Override
        Optional<LedgerHead> headAt(long firstPosition) {
            step();
            return super.headAt(firstPosition);
        }

        @Override
        Optional<RawBsonDocument> commitAt(long firstPosition) {
            step();
            return super.commitAt(firstPosition);
        }

        @Override
        ConfirmedCommits confirmed() {
            // It reads what other processes have stored.
            return new ConfirmedCommits(database.getCollection("events", RawBsonDocument.class), new RecentCommits()) {

                @Override
                Optional<RawBsonDocument> at(long firstPosition) {
                    step();
                    return super.at(firstPosition);
                }

                @Override
                MongoCursor<RawBsonDocument> startingIn(long from, long to, int batchSize) {
                    step();
                    return super.startingIn(from, to, batchSize);
                }
            };
        }

        @Override
        Optional<RawBsonDocument> lastOfAggregate(String aggregateId) {
            step();
            return super.lastOfAggregate(aggregateId);
        }

        private void step() {
            if (started) {
                interleaving.step();
            }
        }
    }
}
