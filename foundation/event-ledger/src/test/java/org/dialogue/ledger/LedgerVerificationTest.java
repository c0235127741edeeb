package org.dialogue.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ObjectAssert;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.dialogue.ledger.LedgerVerification.Broken;
import org.dialogue.ledger.LedgerVerification.Flaw;
import org.dialogue.ledger.LedgerVerification.Whole;
import org.dialogue.ledger.tree.CompactRange;
import org.dialogue.ledger.tree.TreeHead;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every way of meddling with the database is found, with the position. The ledger holds the commits 1-3, 4, 5-6, 7-10, 11
 * and 12-13.
 */
class LedgerVerificationTest {

    private static final int[] COMMITS = {3, 1, 2, 4, 1, 2};
    private static final Instant MORNING = Instant.parse("2024-05-20T08:00:00Z");

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final StoredHistory stored = new StoredHistory(database, "events");
    private final AtomicLong now = new AtomicLong(MORNING.toEpochMilli());
    private final List<TreeHead> heads = new ArrayList<>();
    private final EventLedger ledger = open();

    @BeforeEach
    void record() {
        int shared = 0;
        for (int size : COMMITS) {
            now.addAndGet(1_000);
            List<LedgerEvent> events = new ArrayList<>(TestEvents.events("aggregate-" + heads.size(), size - 1));
            Origin origin = new Origin("elsewhere", 10, MORNING);
            LedgerEvent last = TestEvents.event("shared", shared++, MORNING.plusSeconds(heads.size()));
            events.add(heads.size() == 1 ? TestEvents.copy(last, origin) : last);
            heads.add(ledger.append(events).tree());
        }
    }

    @AfterEach
    void dropDatabase() {
        database.drop();
    }

    @Test
    void anUntouchedHistoryIsWhole() {
        List<Long> reached = new ArrayList<>();
        LedgerVerification verification = ledger.verify(heads, (position, last) -> {
            assertThat(last).isBetween(12L, 13L);
            reached.add(position);
        });

        assertThat(verification).isEqualTo(new Whole(ledger.treeHead(), heads));
        assertThat(verification.confirmedSize()).isEqualTo(13);
        assertThat(reached).containsExactly(3L, 4L, 6L, 10L, 11L, 13L);
    }

    @Test
    void anEmptyHistoryIsWhole() {
        assertThat(LedgerVerifier.of(database, "nothing").verify(List.of(), ProgressListener.NONE))
                .isEqualTo(new Whole(new TreeHead(0, CompactRange.empty().root()), List.of()));
    }

    @Test
    void treesBetweenTheEndsOfCommitsAreComparedToo() {
        List<TreeHead> between =
                Stream.of(2L, 8L, 9L, 12L).map(ledger.proofs()::headAt).toList();

        assertThat(verifiedAgainst(between)).isEqualTo(new Whole(heads.get(5), between));
    }

    static Stream<Arguments> alteredEvents() {
        return Stream.of(
                Arguments.of("id", new BsonString("another"), Flaw.ROOT_DIFFERS),
                Arguments.of("id", new BsonString(""), Flaw.MALFORMED),
                Arguments.of("name", new BsonString("thing-undone"), Flaw.ROOT_DIFFERS),
                Arguments.of("revision", new BsonString("2"), Flaw.ROOT_DIFFERS),
                Arguments.of("aggregateType", new BsonString("Think"), Flaw.ROOT_DIFFERS),
                Arguments.of("aggregateId", new BsonString("another"), Flaw.SEQUENCE_BROKEN),
                Arguments.of("sequence", new BsonInt64(2), Flaw.SEQUENCE_BROKEN),
                Arguments.of("sequence", new BsonInt64(-1), Flaw.MALFORMED),
                Arguments.of("sequence", new BsonInt32(1), Flaw.MALFORMED),
                Arguments.of("timestamp", new BsonString("2023-07-12T12:00:00.123456788Z"), Flaw.ROOT_DIFFERS),
                Arguments.of("timestamp", new BsonString("2023-07-12T12:00:00.1234567890Z"), Flaw.MALFORMED),
                Arguments.of("timestamp", new BsonString("2023-07-12T12:00:00.120Z"), Flaw.ROOT_DIFFERS),
                Arguments.of("timestamp", new BsonString("2023-07-12T12:00:00.12Z"), Flaw.MALFORMED),
                Arguments.of("timestamp", new BsonString("yesterday"), Flaw.MALFORMED),
                Arguments.of("timestamp", new BsonString("2033-07-12T12:00:00Z"), Flaw.NEWEST_TIMESTAMP_DIFFERS),
                Arguments.of("payload", new BsonBinary("{\"of\":\"me\"}".getBytes(UTF_8)), Flaw.ROOT_DIFFERS),
                Arguments.of("payload", new BsonBinary((byte) 4, new byte[16]), Flaw.MALFORMED),
                Arguments.of("metadata", new BsonBinary(new byte[0]), Flaw.ROOT_DIFFERS),
                Arguments.of("metadata", new BsonString("{}"), Flaw.MALFORMED),
                Arguments.of("origin", origin(99), Flaw.ORIGINS_DIFFER),
                Arguments.of("origin", origin(0), Flaw.MALFORMED));
    }

    /** The event at position 8, the second of its aggregate, in the commit 7-10. */
    @ParameterizedTest
    @MethodSource("alteredEvents")
    void anAlteredEventIsFound(String field, BsonValue value, Flaw flaw) {
        stored.alterEvent(7, 1, field, value);

        assertBroken(verified())
                .returns(flaw, Broken::flaw)
                .satisfies(broken -> assertThat(8L).isBetween(broken.firstPosition(), broken.lastPosition()))
                .satisfies(broken -> assertThat(broken.firstPosition()).isGreaterThanOrEqualTo(7))
                .satisfies(broken -> assertThat(broken.lastPosition()).isLessThanOrEqualTo(10));
    }

    static Stream<Arguments> alteredDocuments() {
        byte[] hash = new byte[32];
        return Stream.of(
                Arguments.of("appendedAt", new BsonDateTime(MORNING.toEpochMilli()), Flaw.TIME_REVERSED),
                Arguments.of("appendedAt", new BsonDateTime(MORNING.toEpochMilli() + 4_001), Flaw.ROOT_DIFFERS),
                Arguments.of("appendedAt", new BsonInt64(MORNING.toEpochMilli() + 4_000), Flaw.MALFORMED),
                Arguments.of("newestTimestamp", new BsonDateTime(0), Flaw.NEWEST_TIMESTAMP_DIFFERS),
                Arguments.of("treeSize", new BsonInt64(9), Flaw.MISCOUNTED),
                Arguments.of("root", new BsonBinary(hash), Flaw.ROOT_DIFFERS),
                Arguments.of("frontier", new BsonArray(), Flaw.FRONTIER_DIFFERS),
                Arguments.of(
                        "frontier",
                        new BsonArray(List.of(new BsonBinary(hash), new BsonBinary(hash))),
                        Flaw.FRONTIER_DIFFERS),
                Arguments.of("origins", new BsonArray(), Flaw.ORIGINS_DIFFER),
                Arguments.of("events", new BsonArray(), Flaw.MISCOUNTED),
                Arguments.of("events", new BsonString("none"), Flaw.MALFORMED));
    }

    /** The commit 7-10. */
    @ParameterizedTest
    @MethodSource("alteredDocuments")
    void anAlteredDocumentIsFound(String field, BsonValue value, Flaw flaw) {
        stored.alter(7, document -> document.put(field, value));

        assertBroken(verified()).returns(flaw, Broken::flaw).returns(7L, Broken::firstPosition);
    }

    @Test
    void aRemovedFieldIsFound() {
        for (String field : List.of("events", "appendedAt", "newestTimestamp", "treeSize", "root", "frontier")) {
            BsonDocument before = stored.document(7);
            stored.alter(7, document -> document.remove(field));

            assertBroken(verified()).returns(Flaw.MALFORMED, Broken::flaw).returns(7L, Broken::firstPosition);
            stored.alter(7, document -> document.putAll(before));
        }
        assertThat(verified()).isInstanceOf(Whole.class);
    }

    @Test
    void aDeletedDocumentIsFound() {
        for (long first : new long[] {1, 5, 11}) {
            BsonDocument document = stored.document(first);
            stored.delete(first);

            assertBroken(verified())
                    .returns(Flaw.MISSING, Broken::flaw)
                    .returns(first, Broken::firstPosition)
                    .returns(document.getInt64("treeSize").getValue(), Broken::lastPosition);
            stored.insert(document);
        }
    }

    @Test
    void anEventDeletedFromItsDocumentIsFound() {
        stored.alter(7, document -> document.getArray("events").remove(2));

        assertBroken(verified())
                .returns(Flaw.MISCOUNTED, Broken::flaw)
                .returns(7L, Broken::firstPosition)
                .returns(10L, Broken::lastPosition);
    }

    @Test
    void anInsertedEventIsFound() {
        stored.alter(7, document -> {
            BsonDocument forged = stored.event(document, 0).clone();
            forged.put("id", new BsonString("forged"));
            forged.put("aggregateId", new BsonString("forged"));
            document.getArray("events").add(1, forged);
        });

        assertBroken(verified()).returns(Flaw.MISCOUNTED, Broken::flaw).returns(7L, Broken::firstPosition);
    }

    @Test
    void anInsertedDocumentIsFound() {
        BsonDocument forged = stored.document(4);
        stored.event(forged, 0).put("id", new BsonString("forged"));
        stored.event(forged, 0).put("aggregateId", new BsonString("forged"));
        forged.put("_id", new BsonInt64(8));
        stored.insert(forged);

        assertBroken(verified()).returns(Flaw.MISPLACED, Broken::flaw).returns(8L, Broken::firstPosition);
    }

    @Test
    void aDocumentBeforeTheFirstOrBehindTheLastIsFound() {
        BsonDocument forged = stored.document(4);
        stored.event(forged, 0).put("id", new BsonString("forged"));
        stored.event(forged, 0).put("aggregateId", new BsonString("forged"));

        forged.put("_id", new BsonInt64(-3));
        stored.insert(forged);
        assertBroken(verified()).returns(Flaw.MISPLACED, Broken::flaw).returns(1L, Broken::firstPosition);
        stored.delete(-3);

        forged.put("_id", new BsonInt64(20));
        stored.insert(forged);
        assertBroken(verified())
                .returns(Flaw.MISSING, Broken::flaw)
                .returns(14L, Broken::firstPosition)
                .returns(19L, Broken::lastPosition);
        stored.delete(20);

        forged.put("_id", new BsonString("fourteen"));
        stored.insert(forged);
        assertBroken(verified()).returns(Flaw.MISPLACED, Broken::flaw).returns(14L, Broken::firstPosition);
    }

    @Test
    void anIdOfAnotherTypeIsFound() {
        BsonDocument document = stored.document(7);
        stored.delete(7);
        document.put("_id", new BsonInt32(7));
        stored.insert(document);

        assertBroken(verified()).returns(Flaw.MALFORMED, Broken::flaw).returns(7L, Broken::firstPosition);
    }

    @Test
    void swappedEventsAreFound() {
        stored.alter(7, document -> {
            List<BsonValue> events = document.getArray("events");
            events.set(2, events.set(3, events.get(2)));
        });
        assertBroken(verified())
                .returns(Flaw.ROOT_DIFFERS, Broken::flaw)
                .returns(7L, Broken::firstPosition)
                .returns(10L, Broken::lastPosition);
    }

    @Test
    void swappedDocumentsAreFound() {
        stored.swapEvents(4, 11);

        assertBroken(verified()).returns(Flaw.SEQUENCE_BROKEN, Broken::flaw).returns(4L, Broken::firstPosition);
    }

    @Test
    void anEndCutOffIsFoundByWhatThisProcessSaw() {
        stored.deleteFrom(11);

        assertBroken(verified())
                .returns(Flaw.CUT_SHORT, Broken::flaw)
                .returns(11L, Broken::firstPosition)
                .returns(13L, Broken::lastPosition);
    }

    /** Without anything known, a shorter history is a history: this is what checkpoints are for. */
    @Test
    void anEndCutOffIsFoundByWhatIsKnownAndByNothingElse() {
        stored.deleteFrom(11);

        assertThat(verifiedAgainst(List.of())).isEqualTo(new Whole(heads.get(3), List.of()));
        assertBroken(verifiedAgainst(heads))
                .returns(Flaw.CUT_SHORT, Broken::flaw)
                .returns(11L, Broken::firstPosition)
                .returns(13L, Broken::lastPosition)
                .returns(10L, Broken::confirmedSize);
    }

    @Test
    void anOlderStateThatWasRestoredAndGrewAgainIsFound() {
        stored.deleteFrom(7);
        open().append(TestEvents.events("since-then", 9));

        assertThat(verifiedAgainst(List.of())).isInstanceOf(Whole.class);
        assertBroken(verifiedAgainst(heads))
                .returns(Flaw.KNOWN_TREE_DIFFERS, Broken::flaw)
                .returns(7L, Broken::firstPosition)
                .returns(10L, Broken::lastPosition)
                .returns(heads.subList(0, 3), Broken::confirmed);
        assertBroken(verified()).returns(Flaw.KNOWN_TREE_DIFFERS, Broken::flaw);
    }

    static Stream<Arguments> rewritings() {
        return Stream.of(
                rewriting("an altered event", all -> eventOf(all, 3, 1).put("name", new BsonString("thing-undone"))),
                rewriting("an inserted event", all -> {
                    BsonDocument forged = eventOf(all, 3, 0).clone();
                    forged.put("id", new BsonString("forged"));
                    forged.put("aggregateId", new BsonString("forged"));
                    all.get(3).getArray("events").add(0, forged);
                }),
                rewriting(
                        "another time",
                        all -> all.get(3).put("appendedAt", new BsonDateTime(MORNING.toEpochMilli() + 4_001))));
    }

    /** All in the commit 7-10, and everything after it made to fit. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("rewritings")
    void aHistoryHashedAnewIsFoundByWhatIsKnownAndByNothingElse(String what, Consumer<List<BsonDocument>> rewriting) {
        stored.hashAnew(rewriting);

        assertThat(verifiedAgainst(List.of())).isInstanceOf(Whole.class);
        assertBroken(verifiedAgainst(heads))
                .returns(Flaw.KNOWN_TREE_DIFFERS, Broken::flaw)
                .returns(7L, Broken::firstPosition)
                .returns(10L, Broken::lastPosition);
        // The fewer trees are known, the less is known of the place.
        assertBroken(verifiedAgainst(List.of(heads.get(1), heads.get(5))))
                .returns(5L, Broken::firstPosition)
                .returns(13L, Broken::lastPosition)
                .returns(4L, Broken::confirmedSize);
        assertBroken(verifiedAgainst(List.of(heads.get(5)))).returns(1L, Broken::firstPosition);
    }

    @Test
    void aShorterHistoryHashedAnewIsFound() {
        stored.hashAnew(all -> all.get(3).getArray("events").remove(2));

        assertThat(verifiedAgainst(List.of())).isInstanceOf(Whole.class);
        assertBroken(verifiedAgainst(heads))
                .returns(Flaw.KNOWN_TREE_DIFFERS, Broken::flaw)
                .returns(7L, Broken::firstPosition)
                .returns(10L, Broken::lastPosition);
        assertBroken(verifiedAgainst(List.of(heads.get(1), heads.get(5))))
                .returns(Flaw.CUT_SHORT, Broken::flaw)
                .returns(13L, Broken::firstPosition)
                .returns(4L, Broken::confirmedSize);
    }

    @Test
    void documentsSwappedAndHashedAnewAreFound() {
        stored.hashAnew(all -> {
            // The sequences of the one aggregate that has events in both are swapped back.
            eventOf(all, 2, 1).put("sequence", new BsonInt64(3));
            eventOf(all, 3, 3).put("sequence", new BsonInt64(2));
            StoredHistory.swap(all, 2, 3);
            all.get(2).put("newestTimestamp", new BsonDateTime(MORNING.toEpochMilli() + 3_000));
            all.get(3).put("newestTimestamp", new BsonDateTime(MORNING.toEpochMilli() + 3_000));
        });

        assertThat(verifiedAgainst(List.of())).isInstanceOf(Whole.class);
        assertBroken(verifiedAgainst(heads))
                .returns(Flaw.KNOWN_TREE_DIFFERS, Broken::flaw)
                .returns(5L, Broken::firstPosition)
                .returns(6L, Broken::lastPosition);
    }

    @Test
    void oneDocumentHashedAnewIsFoundAtTheNext() {
        stored.alterEvent(5, 1, "name", new BsonString("thing-undone"));
        stored.hashAnew(5, treeBefore(5));

        assertBroken(verifiedAgainst(List.of()))
                .returns(Flaw.ROOT_DIFFERS, Broken::flaw)
                .returns(7L, Broken::firstPosition)
                .satisfies(broken -> assertThat(broken.explanation()).contains("documents before"));
        assertBroken(verifiedAgainst(heads))
                .returns(Flaw.KNOWN_TREE_DIFFERS, Broken::flaw)
                .returns(5L, Broken::firstPosition)
                .returns(6L, Broken::lastPosition);
    }

    @Test
    void anEventThatIsThereTwiceIsFoundEvenIfAllFits() {
        stored.dropIndexes();
        stored.hashAnew(all -> {
            BsonDocument again = eventOf(all, 0, 0).clone();
            all.get(4).getArray("events").add(again);
        });
        assertBroken(verifiedAgainst(List.of()))
                .returns(Flaw.DUPLICATE_ID, Broken::flaw)
                .returns(12L, Broken::firstPosition);

        stored.alterEvent(11, 1, "id", new BsonString("of its own"));
        stored.hashAnew();
        assertBroken(verifiedAgainst(List.of()))
                .returns(Flaw.SEQUENCE_BROKEN, Broken::flaw)
                .returns(12L, Broken::firstPosition);
    }

    @Test
    void twoKnownTreesOfOneSizeCannotBothBeRight() {
        TreeHead rival = new TreeHead(10, new byte[32]);

        assertBroken(verifiedAgainst(List.of(heads.get(3), rival)))
                .returns(Flaw.KNOWN_TREE_DIFFERS, Broken::flaw)
                .returns(10L, Broken::lastPosition);
    }

    @Test
    void aLedgerTooDamagedToOpenCanBeVerified() {
        stored.alter(12, document -> document.put("frontier", new BsonArray()));

        assertThatException().isThrownBy(this::open);
        assertBroken(verifiedAgainst(heads))
                .returns(Flaw.FRONTIER_DIFFERS, Broken::flaw)
                .returns(12L, Broken::firstPosition);
    }

    private LedgerVerification verified() {
        return ledger.verify(List.of(), ProgressListener.NONE);
    }

    /** As another process would, that has seen nothing itself. */
    private LedgerVerification verifiedAgainst(List<TreeHead> known) {
        return LedgerVerifier.of(database, "events").verify(known, ProgressListener.NONE);
    }

    private static ObjectAssert<Broken> assertBroken(LedgerVerification verification) {
        return assertThat(verification).asInstanceOf(type(Broken.class));
    }

    private static Arguments rewriting(String what, Consumer<List<BsonDocument>> rewriting) {
        return Arguments.of(what, rewriting);
    }

    private static BsonDocument eventOf(List<BsonDocument> documents, int document, int index) {
        return documents.get(document).getArray("events").get(index).asDocument();
    }

    private static BsonDocument origin(long position) {
        return new BsonDocument("source", new BsonString("elsewhere"))
                .append("position", new BsonInt64(position))
                .append("recordedAt", new BsonDateTime(0));
    }

    private CompactRange treeBefore(long position) {
        return CompactRange.empty()
                .append(ledger.readAfter(0, (int) position - 1).stream()
                        .map(RecordedEvent::leaf)
                        .toList());
    }

    private EventLedger open() {
        InstantSource time = () -> Instant.ofEpochMilli(now.get());
        return EventLedger.in(database, "events")
                .clock(time.withZone(ZoneOffset.UTC))
                .open();
    }
}
