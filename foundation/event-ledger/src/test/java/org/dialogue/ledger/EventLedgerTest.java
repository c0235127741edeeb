package org.dialogue.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.dialogue.ledger.TestEvents.event;
import static org.dialogue.ledger.TestEvents.events;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.dialogue.ledger.tree.CompactRange;
import org.dialogue.ledger.tree.TreeHead;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class EventLedgerTest {

    private static final Instant MORNING = Instant.parse("2024-05-20T08:00:00.500Z");

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final EventLedger ledger = EventLedger.open(database, "events");

    @AfterEach
    void end() {
        ledger.close();
        database.drop();
    }

    @Test
    void anEmptyLedgerEndsAtPositionZero() {
        assertThat(ledger.head()).isZero();
        assertThat(ledger.readAfter(0)).isEmpty();
        assertThat(ledger.readAfter(0, 10)).isEmpty();
        assertThat(ledger.treeHead())
                .isEqualTo(new TreeHead(0, CompactRange.empty().root()));
    }

    @Test
    void positionsStartAtOneAndHaveNoGaps() {
        Commit first = ledger.append(events("a", 3));
        Commit second = ledger.append(events("b", 2));

        assertThat(first.firstPosition()).isEqualTo(1);
        assertThat(first.lastPosition()).isEqualTo(3);
        assertThat(second.firstPosition()).isEqualTo(4);
        assertThat(second.lastPosition()).isEqualTo(5);
        assertThat(ledger.head()).isEqualTo(5);
        assertThat(positions(ledger, 0)).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void findsAnEventByItsId() {
        List<LedgerEvent> events = events("a", 3);
        ledger.append(events("b", 2));
        ledger.append(events);

        assertThat(ledger.find(events.get(1).id())).hasValueSatisfying(found -> {
            assertThat(found.event()).isEqualTo(events.get(1));
            assertThat(found.position()).isEqualTo(4);
        });
        assertThat(ledger.find(UUID.randomUUID().toString())).isEmpty();
    }

    /** Longer than what is fetched before the size of commits is known; some commits are large. */
    @Test
    void aStreamGoesOnUntilThereIsNoMore() {
        int commits = 230;
        for (int i = 0; i < commits; i++) {
            ledger.append(events("a" + i, i % 50 == 0 ? 40 : 1));
        }
        long head = ledger.head();
        List<Long> read = new ArrayList<>();

        try (Stream<RecordedEvent> stream = ledger.readAfter(0)) {
            stream.forEach(event -> {
                read.add(event.position());
                if (event.position() == head) {
                    ledger.append(events("late", 2));
                }
            });
        }

        assertThat(read).isEqualTo(LongStream.rangeClosed(1, head + 2).boxed().toList());
    }

    @Test
    void whatIsReadIsWhatWasAppended() {
        LedgerEvent event = new LedgerEvent(
                "id-1",
                "câu-hỏi",
                "",
                "Thing",
                "thing-1",
                7,
                Instant.parse("2023-07-12T01:30:00.123456789Z"),
                new byte[] {0, -1, 2},
                new byte[0],
                new Origin("elsewhere", 42, Instant.parse("2023-07-12T01:30:01.002Z")));

        Commit commit = ledger.append(List.of(event));

        for (EventLedger any : List.of(ledger, EventLedger.open(database, "events"))) {
            assertThat(any.readAfter(0)).containsExactly(new RecordedEvent(1, commit.recordedAt(), event));
        }
    }

    @Test
    void anEventWithoutAggregateIsTheOnlyOneOfItsOwn() {
        LedgerEvent one = LedgerEvent.withoutAggregate("x", "noted", "1", MORNING, new byte[] {1}, new byte[0]);
        LedgerEvent other = LedgerEvent.withoutAggregate("y", "noted", "1", MORNING, new byte[] {1}, new byte[0]);

        ledger.append(List.of(one));
        ledger.append(List.of(other));

        assertThat(ledger.readAfter(0).map(RecordedEvent::event)).containsExactly(one, other);
        assertThat(one.belongsToAggregate()).isFalse();
        assertThat(event("a", 0).belongsToAggregate()).isTrue();
    }

    @Test
    void readingMayStartAtAnyPositionEvenWithinACommit() {
        ledger.append(events("a", 3));
        ledger.append(events("b", 1));
        ledger.append(events("c", 4));

        EventLedger other = EventLedger.open(database, "events");
        LongStream.rangeClosed(0, 8).forEach(after -> {
            List<Long> expected = LongStream.rangeClosed(after + 1, 8).boxed().toList();
            for (EventLedger any : List.of(ledger, other)) {
                assertThat(positions(any, after)).isEqualTo(expected);
                assertThat(any.readAfter(after, 100).stream().map(RecordedEvent::position))
                        .isEqualTo(expected);
            }
        });
        for (long behind : List.of(9L, Long.MAX_VALUE - 1, Long.MAX_VALUE)) {
            assertThat(ledger.readAfter(behind)).isEmpty();
            assertThat(ledger.readAfter(behind, 10)).isEmpty();
        }
    }

    @Test
    void aPageHoldsAsManyEventsAsAskedForUntilTheEnd() {
        ledger.append(events("a", 3));
        ledger.append(events("b", 3));

        for (int limit = 1; limit < 8; limit++) {
            List<Long> read = new ArrayList<>();
            List<RecordedEvent> page;
            do {
                page = ledger.readAfter(read.size(), limit);
                assertThat(page).hasSizeLessThanOrEqualTo(limit);
                page.forEach(event -> read.add(event.position()));
            } while (!page.isEmpty());
            assertThat(read).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        }
    }

    @Test
    void aStreamFetchesInBatches() {
        for (int i = 0; i < 40; i++) {
            ledger.append(events("a" + i, 1));
        }
        EventLedger small = EventLedger.in(database, "events").batchSize(2).open();

        assertThat(positions(small, 1))
                .isEqualTo(LongStream.rangeClosed(2, 40).boxed().toList());
    }

    @Test
    @Timeout(120)
    void aMissingPositionStopsReaders() {
        for (int i = 0; i < 4; i++) {
            ledger.append(events("a" + i, 1));
        }
        database.getCollection("events").deleteOne(Filters.eq("_id", 3L));

        // Another one, because who has stored an event itself has no need to look.
        EventLedger reader = EventLedger.open(database, "events");
        try (Stream<RecordedEvent> stream = reader.readAfter(0)) {
            List<Long> read = new ArrayList<>();
            assertThatExceptionOfType(BrokenHistoryException.class)
                    .isThrownBy(() -> stream.forEach(event -> read.add(event.position())))
                    .satisfies(broken -> assertThat(broken.position()).isEqualTo(3));
            assertThat(read).containsExactly(1L, 2L);
        }
        assertThatExceptionOfType(BrokenHistoryException.class).isThrownBy(() -> reader.readAfter(2, 1));
    }

    @Test
    void anotherInstanceSeesWhatThisOneAppends() {
        EventLedger other = EventLedger.open(database, "events");
        ledger.append(events("a", 2));

        assertThat(other.head()).isEqualTo(2);
        assertThat(positions(other, 0)).containsExactly(1L, 2L);

        for (int i = 0; i < 40; i++) {
            ledger.append(events("b" + i, 1));
        }
        assertThat(other.append(events("c", 1)).lastPosition()).isEqualTo(43);
        assertThat(ledger.readAfter(42, 5)).hasSize(1);
        assertThat(positions(ledger, 41)).containsExactly(42L, 43L);
    }

    @Test
    void aTakenSequenceIsRefusedAndNothingIsStored() {
        ledger.append(events("a", 2));
        LedgerEvent innocent = event("b", 0);
        LedgerEvent late = event("a", 1);

        assertThatExceptionOfType(SequenceConflictException.class)
                .isThrownBy(() -> ledger.append(List.of(innocent, late)))
                .satisfies(conflict -> assertThat(conflict.eventId()).isEqualTo(late.id()));
        assertThat(ledger.head()).isEqualTo(2);
        assertThat(ledger.readAggregate("b", 0, 10)).isEmpty();

        ledger.append(List.of(innocent));
        assertThat(ledger.head()).isEqualTo(3);
    }

    @Test
    void sequencesOfAnotherAggregateInTheSameCommitDoNotConflict() {
        ledger.append(List.of(event("a", 0), event("b", 1)));

        ledger.append(List.of(event("a", 1), event("b", 0)));

        assertThat(ledger.head()).isEqualTo(4);
    }

    @Test
    void aTakenEventIdIsRefusedAndNothingIsStored() {
        LedgerEvent event = event("a", 0);
        ledger.append(List.of(event));
        LedgerEvent again = event(event.id(), "b", 5, event.timestamp());

        assertThatExceptionOfType(DuplicateEventException.class)
                .isThrownBy(() -> ledger.append(List.of(event("c", 0), again)))
                .satisfies(conflict -> assertThat(conflict.eventId()).isEqualTo(event.id()));
        assertThat(ledger.head()).isEqualTo(1);
    }

    @Test
    void oneCommitMayNotHoldAnEventOrASequenceTwice() {
        LedgerEvent event = event("a", 0);

        assertThatExceptionOfType(DuplicateEventException.class)
                .isThrownBy(() -> ledger.append(List.of(event, event(event.id(), "a", 1, event.timestamp()))));
        assertThatExceptionOfType(SequenceConflictException.class)
                .isThrownBy(() -> ledger.append(List.of(event, event("a", 0))));
        assertThat(ledger.head()).isZero();
    }

    @Test
    void oversizedCommitsAreRefusedAndNothingIsStored() {
        EventLedger narrow = EventLedger.in(database, "events")
                .limits(new CommitLimits(3, 4_000))
                .open();
        LedgerEvent heavy = LedgerEvent.ofAggregate("h", "n", "1", "T", "a", 0, MORNING, new byte[4_000], new byte[0]);

        assertThatExceptionOfType(CommitTooLargeException.class)
                .isThrownBy(() -> narrow.append(events("a", 4)))
                .withMessageContaining("4 events");
        assertThatExceptionOfType(CommitTooLargeException.class)
                .isThrownBy(() -> narrow.append(List.of(heavy)))
                .withMessageContaining("bytes");
        assertThat(narrow.head()).isZero();
        assertThat(narrow.append(events("a", 3)).lastPosition()).isEqualTo(3);
        assertThatIllegalArgumentException().isThrownBy(() -> narrow.append(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new CommitLimits(10, 16 << 20));
    }

    @Test
    void theGreatestCommitFitsIntoADocument() {
        int events = CommitLimits.DEFAULT.events();
        byte[] share = new byte[CommitLimits.DEFAULT.bytes() / events - 600];
        List<LedgerEvent> commit = LongStream.range(0, events)
                .mapToObj(i -> LedgerEvent.ofAggregate("e" + i, "n", "1", "T", "a", i, MORNING, share, new byte[0]))
                .toList();

        assertThat(ledger.append(commit).lastPosition()).isEqualTo(events);
        assertThat(ledger.readAfter(events - 1L)).hasSize(1);
    }

    @Test
    void anAggregateIsReadInOrderFromAnySequence() {
        ledger.append(List.of(event("a", 0), event("b", 0), event("a", 1)));
        ledger.append(List.of(event("b", 1)));
        ledger.append(List.of(event("a", 2)));

        assertThat(sequences(ledger.readAggregate("a", 0, 10))).containsExactly(0L, 1L, 2L);
        assertThat(sequences(ledger.readAggregate("a", 1, 10))).containsExactly(1L, 2L);
        assertThat(sequences(ledger.readAggregate("a", 0, 2))).containsExactly(0L, 1L);
        assertThat(ledger.readAggregate("a", 3, 10)).isEmpty();
        assertThat(ledger.lastSequenceOf("a")).hasValue(2);
        assertThat(ledger.lastSequenceOf("nobody")).isEmpty();
    }

    @Test
    void anAggregateIsReadBySequenceWhateverTheOrderOfItsCommits() {
        ledger.append(List.of(event("a", 1), event("a", 9)));
        ledger.append(List.of(event("a", 0)));
        ledger.append(List.of(event("a", 2)));

        assertThat(sequences(ledger.readAggregate("a", 0, 10))).containsExactly(0L, 1L, 2L, 9L);
        assertThat(sequences(ledger.readAggregate("a", 0, 3))).containsExactly(0L, 1L, 2L);
        assertThat(sequences(ledger.readAggregate("a", 3, 3))).containsExactly(9L);
    }

    @Test
    void whatIsNoEventStopsReaders() {
        List<Bson> alterations = new ArrayList<>(List.of(
                Updates.set("events.0.sequence", "none"),
                Updates.set("events.0.timestamp", "yesterday"),
                Updates.set("events.0.name", ""),
                Updates.set("events.0.payload", "text"),
                Updates.set("appendedAt", "soon")));
        List.of(
                        "id",
                        "name",
                        "revision",
                        "aggregateType",
                        "aggregateId",
                        "sequence",
                        "timestamp",
                        "payload",
                        "metadata")
                .forEach(field -> alterations.add(Updates.unset("events.0." + field)));
        for (Bson alteration : alterations) {
            EventLedger reader = alteredAtTwo("altered" + alterations.indexOf(alteration), alteration);

            assertThat(reader.readAfter(0, 1)).hasSize(1);
            assertThatExceptionOfType(BrokenHistoryException.class)
                    .as(alteration.toString())
                    .isThrownBy(() -> reader.readAfter(1, 1))
                    .satisfies(broken -> assertThat(broken.position()).isEqualTo(2));
        }
    }

    @Test
    void whatIsNoEventStopsThoseWhoReadItsAggregate() {
        for (Bson alteration :
                List.of(Updates.set("events.0.timestamp", "yesterday"), Updates.unset("events.0.payload"))) {
            EventLedger reader = alteredAtTwo("altered-" + UUID.randomUUID(), alteration);

            assertThat(reader.readAggregate("a", 0, 10)).hasSize(1);
            assertThatExceptionOfType(BrokenHistoryException.class)
                    .as(alteration.toString())
                    .isThrownBy(() -> reader.readAggregate("b", 0, 10))
                    .satisfies(broken -> assertThat(broken.position()).isEqualTo(2));
        }
    }

    /** Three events, each appended by an instance of its own, so that the reader remembers none. */
    private EventLedger alteredAtTwo(String collection, Bson alteration) {
        for (String aggregate : List.of("a", "b", "c")) {
            EventLedger.open(database, collection).append(events(aggregate, 1));
        }
        assertThat(database.getCollection(collection)
                        .updateOne(Filters.eq("_id", 2L), alteration)
                        .getModifiedCount())
                .isOne();
        return EventLedger.open(database, collection);
    }

    @Test
    void timeOfRecordingNeverGoesBack() {
        EventLedger ahead = ledgerAt(MORNING);
        EventLedger behind = ledgerAt(MORNING.minus(Duration.ofMinutes(5)));

        Instant first = ahead.append(events("a", 1)).recordedAt();
        Instant second = behind.append(events("b", 1)).recordedAt();

        assertThat(first).isEqualTo(MORNING);
        assertThat(second).isEqualTo(MORNING);
    }

    @Test
    void theLedgerKnowsWhereItEndedAtAnyMoment() {
        ledgerAt(MORNING).append(events("a", 2));
        ledgerAt(MORNING.plusSeconds(60)).append(events("b", 1));
        ledgerAt(MORNING.plusSeconds(60)).append(events("c", 1));

        assertThat(ledger.positionAsOf(MORNING.minusMillis(1))).isZero();
        assertThat(ledger.positionAsOf(MORNING)).isEqualTo(2);
        assertThat(ledger.positionAsOf(MORNING.plusSeconds(59))).isEqualTo(2);
        assertThat(ledger.positionAsOf(MORNING.plusSeconds(60))).isEqualTo(4);
        assertThat(ledger.positionAsOf(MORNING.plusSeconds(600))).isEqualTo(4);
    }

    @Test
    void theLedgerKnowsWhatComesBeforeATimestamp() {
        ledger.append(List.of(event("a", 0, MORNING.plusNanos(10))));
        ledger.append(List.of(event("a", 1, MORNING.plusNanos(30)), event("a", 2, MORNING.plusNanos(20))));
        ledger.append(List.of(event("a", 3, MORNING.minusSeconds(9))));
        ledger.append(List.of(event("a", 4, MORNING.plusSeconds(5))));

        assertThat(ledger.positionBefore(MORNING.minusSeconds(99))).isZero();
        assertThat(ledger.positionBefore(MORNING.plusNanos(10))).isZero();
        assertThat(ledger.positionBefore(MORNING.plusNanos(20))).isEqualTo(1);
        assertThat(ledger.positionBefore(MORNING.plusNanos(31))).isEqualTo(4);
        assertThat(ledger.positionBefore(MORNING.plusSeconds(5))).isEqualTo(4);
        assertThat(ledger.positionBefore(MORNING.plusSeconds(6))).isEqualTo(5);
    }

    @Test
    void anyMomentHasAPlaceInHistory() {
        assertThat(ledger.positionBefore(Instant.MAX)).isZero();
        ledger.append(List.of(event("a", 0), event("a", 1, Instant.ofEpochMilli(Long.MAX_VALUE))));

        assertThat(ledger.positionBefore(Instant.MIN)).isZero();
        assertThat(ledger.positionBefore(Instant.MAX)).isEqualTo(2);
        assertThat(ledger.positionBefore(Instant.ofEpochMilli(Long.MAX_VALUE))).isEqualTo(1);
        assertThat(ledger.positionAsOf(Instant.MIN)).isZero();
        assertThat(ledger.positionAsOf(Instant.MAX)).isEqualTo(2);
    }

    @Test
    void aCopyKeepsWhenItWasRecordedAsFarAsTimeCanBeStored() {
        Instant first = Instant.ofEpochMilli(Long.MIN_VALUE);
        Instant last = Instant.ofEpochMilli(Long.MAX_VALUE);
        ledger.append(List.of(
                event("a", 0).copiedFrom(new Origin("one", 1, first)),
                event("a", 1).copiedFrom(new Origin("one", 2, last))));

        assertThat(ledger.readAfter(0, 10))
                .extracting(recorded -> recorded.event().origin())
                .containsExactly(new Origin("one", 1, first), new Origin("one", 2, last));
        for (Instant beyond : List.of(Instant.MIN, first.minusMillis(1), last.plusMillis(1), Instant.MAX)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Origin("one", 3, beyond))
                    .withMessageContaining("one 3", beyond.toString());
            assertThatIllegalArgumentException().isThrownBy(() -> event("a", 2, beyond));
        }
    }

    @Test
    void copiesRememberHowFarTheirSourceWasRead() {
        ledger.append(List.of(event("a", 0).copiedFrom(new Origin("one.example", 3, MORNING))));
        ledger.append(List.of(
                event("a", 1).copiedFrom(new Origin("one.example", 5, MORNING)),
                event("b", 0).copiedFrom(new Origin("two$example", 1, MORNING))));
        ledger.append(List.of(event("a", 2).copiedFrom(new Origin("one.example", 4, MORNING)), event("c", 0)));

        for (EventLedger any : List.of(ledger, EventLedger.open(database, "events"))) {
            assertThat(any.lastOriginPosition("one.example")).hasValue(5);
            assertThat(any.lastOriginPosition("two$example")).hasValue(1);
            assertThat(any.lastOriginPosition("three")).isEmpty();
        }
    }

    @Test
    void appendsRingLocalBells() {
        Thread writer = Thread.currentThread();
        AtomicInteger rings = new AtomicInteger();
        ledger.onAppend(() -> {
            throw new IllegalStateException("a broken bell");
        });
        EventLedger.Subscription subscription = ledger.onAppend(() -> {
            // The thread that watches for the appends of others rings as well, and need not be quick about it.
            if (Thread.currentThread() == writer) {
                rings.incrementAndGet();
            }
        });

        ledger.append(events("a", 2));
        assertThat(rings).hasValue(1);

        subscription.close();
        ledger.append(events("b", 1));
        assertThat(rings).hasValue(1);
        assertThat(ledger.head()).isEqualTo(3);
    }

    @Test
    void eachCommitCarriesTheTreeOverAllEventsSoFar() {
        CompactRange expected = CompactRange.empty();
        for (int i = 0; i < 9; i++) {
            Commit commit = ledger.append(events("a" + i, 1 + i % 3));
            expected = expected.append(ledger.readAfter(commit.firstPosition() - 1)
                    .map(RecordedEvent::leaf)
                    .toList());
            assertThat(commit.tree()).isEqualTo(new TreeHead(expected.size(), expected.root()));
        }
        EventLedger other = EventLedger.open(database, "events");
        assertThat(other.treeHead()).isEqualTo(new TreeHead(expected.size(), expected.root()));
    }

    @Test
    void theDocumentHasItsFormatFromDayOne() {
        EventLedger writer = EventLedger.in(database, "events")
                .writer("writer-1")
                .clock(Clock.fixed(MORNING, ZoneOffset.UTC))
                .open();
        LedgerEvent event = new LedgerEvent(
                "id-1",
                "thing-done",
                "2",
                "Thing",
                "t-1",
                0,
                TestEvents.NOON,
                new byte[] {1, 2},
                new byte[] {3},
                new Origin("elsewhere", 9, MORNING));
        Commit commit = writer.append(List.of(event));

        Document stored = database.getCollection("events").find().first();

        CompactRange tree = CompactRange.empty().append(List.of(Leaf.hash(event, MORNING)));
        Document expectedEvent = new Document("id", "id-1")
                .append("name", "thing-done")
                .append("revision", "2")
                .append("aggregateType", "Thing")
                .append("aggregateId", "t-1")
                .append("sequence", 0L)
                .append("timestamp", "2023-07-12T12:00:00.123456789Z")
                .append("payload", new Binary(new byte[] {1, 2}))
                .append("metadata", new Binary(new byte[] {3}))
                .append(
                        "origin",
                        new Document("source", "elsewhere")
                                .append("position", 9L)
                                .append("recordedAt", java.util.Date.from(MORNING)));
        assertThat(stored)
                .isEqualTo(new Document("_id", 1L)
                        .append("events", List.of(expectedEvent))
                        .append("appendedAt", java.util.Date.from(MORNING))
                        .append("newestTimestamp", java.util.Date.from(Instant.parse("2023-07-12T12:00:00.123Z")))
                        .append("writer", "writer-1")
                        .append("treeSize", 1L)
                        .append("root", new Binary(tree.root()))
                        .append("frontier", List.of(new Binary(tree.root())))
                        .append("origins", List.of(new Document("source", "elsewhere").append("position", 9L))));
        assertThat(commit.recordedAt()).isEqualTo(MORNING);
    }

    private EventLedger ledgerAt(Instant now) {
        return EventLedger.in(database, "events")
                .clock(Clock.fixed(now, ZoneOffset.UTC))
                .open();
    }

    private static List<Long> positions(EventLedger ledger, long after) {
        try (Stream<RecordedEvent> events = ledger.readAfter(after)) {
            return events.map(RecordedEvent::position).toList();
        }
    }

    private static List<Long> sequences(List<RecordedEvent> events) {
        return events.stream().map(event -> event.event().sequence()).toList();
    }
}
