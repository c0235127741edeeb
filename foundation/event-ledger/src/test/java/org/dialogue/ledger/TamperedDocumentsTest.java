package org.dialogue.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Stream;
import org.bson.BsonBinary;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody alters in the database is proven by no proof, and what the ledger would not write stops its readers. */
class TamperedDocumentsTest extends RecordedHistory {

    private static final BsonString ANOTHER = new BsonString("another");

    static Stream<Arguments> altered() {
        return Stream.of(
                Arguments.of("id", ANOTHER),
                Arguments.of("name", ANOTHER),
                Arguments.of("revision", ANOTHER),
                Arguments.of("aggregateType", ANOTHER),
                Arguments.of("aggregateId", ANOTHER),
                Arguments.of("sequence", new BsonInt64(2)),
                Arguments.of("timestamp", new BsonString("2023-07-12T12:00:00.123456788Z")),
                Arguments.of("timestamp", new BsonString("2023-07-12T12:00:00.120Z")),
                Arguments.of("payload", new BsonBinary("{\"of\":\"me\"}".getBytes(UTF_8))),
                Arguments.of("metadata", new BsonBinary(new byte[0])));
    }

    /** The event at position 8, the second of its aggregate, in the commit 7-10. */
    @ParameterizedTest
    @MethodSource("altered")
    void anAlteredEventIsProvenNoMore(String field, BsonValue value) {
        assertThat(ledger.proofs().inclusion(8, 13).proves(heads.get(5))).isTrue();

        stored.alterEvent(7, 1, field, value);

        assertThat(ledger.proofs().inclusion(8, 13).proves(heads.get(5))).isFalse();
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("id", new BsonString("")),
                Arguments.of("sequence", new BsonInt64(-1)),
                Arguments.of("sequence", new BsonInt32(1)),
                Arguments.of("timestamp", new BsonString("2023-07-12T12:00:00.1234567890Z")),
                Arguments.of("timestamp", new BsonString("2023-07-12T12:00:00.12Z")),
                Arguments.of("timestamp", new BsonString("yesterday")),
                Arguments.of("payload", new BsonBinary((byte) 4, new byte[16])),
                Arguments.of("metadata", new BsonString("{}")),
                Arguments.of(
                        "origin",
                        new BsonDocument("source", ANOTHER)
                                .append("position", new BsonInt64(0))
                                .append("recordedAt", new BsonDateTime(0))));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void aMalformedEventStopsAllWhoRead(String field, BsonValue value) {
        stored.alterEvent(7, 1, field, value);

        assertBrokenAt(8, () -> open().readAfter(0).toList());
        assertBrokenAt(8, () -> ledger.readStored(13).toList());
        assertBrokenAt(8, () -> ledger.proofs().inclusion(8, 13));
    }

    @Test
    void anEventWithoutAFieldStopsAllWhoRead() {
        for (String field : stored.event(stored.document(7), 1).keySet()) {
            BsonValue before = stored.event(stored.document(7), 1).get(field);
            stored.alter(7, document -> stored.event(document, 1).remove(field));

            assertBrokenAt(8, () -> ledger.readStored(13).toList());
            stored.alterEvent(7, 1, field, before);
        }
        assertThat(ledger.readStored(13)).hasSize(13);
    }

    /** Things may be added to the format. */
    @Test
    void anUnknownFieldStopsNobody() {
        stored.alter(7, document -> document.put("added", new BsonString("later")));
        stored.alterEvent(7, 1, "added", new BsonString("later"));

        assertThat(open().readAfter(0)).hasSize(13);
        assertThat(ledger.proofs().inclusion(8, 13).proves(heads.get(5))).isTrue();
    }

    @Test
    void aDeletedDocumentStopsAllWhoRead() {
        for (long first : new long[] {1, 5, 11}) {
            BsonDocument document = stored.document(first);
            stored.delete(first);

            assertBrokenAt(first, () -> open().readAfter(0).toList());
            assertBrokenAt(first, () -> ledger.readStored(13).toList());
            stored.insert(document);
        }
    }

    @Test
    void aDocumentWithinAnotherStopsAnExport() {
        BsonDocument forged = stored.document(4);
        stored.event(forged, 0).put("id", new BsonString("forged"));
        stored.event(forged, 0).put("aggregateId", new BsonString("forged"));
        forged.put("_id", new BsonInt64(3));
        stored.insert(forged);

        assertBrokenAt(3, () -> ledger.readStored(13).toList());
    }

    private static void assertBrokenAt(long position, org.assertj.core.api.ThrowableAssert.ThrowingCallable read) {
        assertThatExceptionOfType(BrokenHistoryException.class)
                .isThrownBy(read)
                .returns(position, BrokenHistoryException::position);
    }
}
