package org.dialogue.ledger;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bson.RawBsonDocument;

/**
 * The commits that this process has stored last. Readers who wait at the end of history want just these at once, each of
 * them, and need not ask the server for what it has just been given.
 */
final class RecentCommits {

    private static final int MOST = 64;
    private static final int MOST_BYTES = 4 << 20;

    private final Map<Long, RawBsonDocument> byPosition = new LinkedHashMap<>();
    private int bytes;

    /**
     * @param commit was stored, and confirmed by a majority
     */
    synchronized void add(RawBsonDocument commit) {
        if (byPosition.putIfAbsent(CommitDocument.firstPosition(commit), commit) == null) {
            bytes += size(commit);
            while (byPosition.size() > MOST || bytes > MOST_BYTES) {
                var eldest = byPosition.values().iterator();
                bytes -= size(eldest.next());
                eldest.remove();
            }
        }
    }

    /** The commit whose first event has this position, if it is remembered. */
    synchronized Optional<RawBsonDocument> at(long firstPosition) {
        return Optional.ofNullable(byPosition.get(firstPosition));
    }

    private static int size(RawBsonDocument commit) {
        return commit.getByteBuffer().remaining();
    }
}
