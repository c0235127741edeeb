package org.dialogue.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.dialogue.ledger.LedgerVerification.Broken;
import org.dialogue.ledger.LedgerVerification.Flaw;
import org.dialogue.ledger.LedgerVerification.Whole;
import org.dialogue.ledger.tree.CompactRange;
import org.dialogue.ledger.tree.TreeHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What can be told of a history that fits together: nothing but by trees known from elsewhere.
 */
class LedgerVerificationTest extends RecordedHistory {

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

    @Test
    void anEndCutOffIsFoundByWhatThisProcessSaw() {
        stored.deleteFrom(11);

        assertBroken(verified())
                .returns(Flaw.CUT_SHORT, Broken::flaw)
                .returns(11L, Broken::firstPosition)
                .returns(13L, Broken::lastPosition);
    }

    @Test
    void anEndCutOffIsFoundByATreeOfAnySize() {
        for (long size : List.of(14L, 1L << 31, 1L << 53, 1L << 62, Long.MAX_VALUE - 1, Long.MAX_VALUE)) {
            assertBroken(verifiedAgainst(List.of(new TreeHead(size, heads.get(5).root()))))
                    .returns(Flaw.CUT_SHORT, Broken::flaw)
                    .returns(14L, Broken::firstPosition)
                    .returns(size, Broken::lastPosition);
        }
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

    private static Arguments rewriting(String what, Consumer<List<BsonDocument>> rewriting) {
        return Arguments.of(what, rewriting);
    }

    private CompactRange treeBefore(long position) {
        return CompactRange.empty()
                .append(ledger.readAfter(0, (int) position - 1).stream()
                        .map(RecordedEvent::leaf)
                        .toList());
    }
}
