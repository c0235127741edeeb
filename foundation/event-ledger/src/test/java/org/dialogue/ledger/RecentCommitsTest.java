package org.dialogue.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.junit.jupiter.api.Test;

class RecentCommitsTest {

    private final RecentCommits recent = new RecentCommits();

    @Test
    void theNewestAreRemembered() {
        LongStream.rangeClosed(1, 100).forEach(position -> recent.add(commit(position, 10)));

        assertThat(recent.at(100)).contains(commit(100, 10));
        assertThat(recent.at(37)).isPresent();
        assertThat(recent.at(36)).isEmpty();
        assertThat(recent.at(101)).isEmpty();
    }

    @Test
    void largeOnesPushOthersOut() {
        recent.add(commit(1, 10));
        recent.add(commit(2, 3 << 20));
        assertThat(recent.at(1)).isPresent();

        recent.add(commit(3, 1 << 20));
        assertThat(recent.at(2)).isEmpty();
        assertThat(recent.at(3)).isPresent();

        recent.add(commit(4, 5 << 20));
        assertThat(recent.at(3)).isEmpty();
        assertThat(recent.at(4)).isEmpty();

        recent.add(commit(5, 3 << 20));
        assertThat(recent.at(5)).isPresent();
    }

    @Test
    void oneThatComesTwiceCountsOnce() {
        LongStream.range(0, 1_000).forEach(time -> recent.add(commit(1, 100_000)));
        recent.add(commit(2, 10));

        assertThat(recent.at(1)).isPresent();
    }

    private static RawBsonDocument commit(long position, int bytes) {
        BsonDocument commit =
                new BsonDocument("_id", new BsonInt64(position)).append("root", new BsonBinary(new byte[bytes]));
        return new RawBsonDocument(commit, new BsonDocumentCodec());
    }
}
