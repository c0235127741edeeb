package org.dialogue.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every document or event that is altered, deleted, inserted or swapped in the database is found, with its position.
 */
class TamperedDocumentsTest extends RecordedHistory {

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
    void aRemovedFieldOfAnEventIsFound() {
        for (String field : stored.event(stored.document(7), 1).keySet()) {
            BsonValue before = stored.event(stored.document(7), 1).get(field);
            stored.alter(7, document -> stored.event(document, 1).remove(field));

            assertBroken(verified())
                    .returns(Flaw.MALFORMED, Broken::flaw)
                    .returns(8L, Broken::firstPosition)
                    .satisfies(broken -> assertThat(broken.explanation()).contains(field));
            stored.alterEvent(7, 1, field, before);
        }
        assertThat(verified()).isInstanceOf(Whole.class);
    }

    /** Things may be added to the format. */
    @Test
    void anUnknownFieldIsNoFlaw() {
        stored.alter(7, document -> document.put("added", new BsonString("later")));
        stored.alterEvent(7, 1, "added", new BsonString("later"));

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

    private static BsonDocument origin(long position) {
        return new BsonDocument("source", new BsonString("elsewhere"))
                .append("position", new BsonInt64(position))
                .append("recordedAt", new BsonDateTime(0));
    }
}
