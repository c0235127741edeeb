package org.dialogue.ledger;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dialogue.ledger.tree.CompactRange;
import org.dialogue.ledger.tree.Sha256;
import org.dialogue.ledger.tree.TreeHead;

/**
 * The end of history: all that a writer must know to add the next commit, and all that the newest document tells it.
 *
 * @param firstPosition position of the newest commit's first event; 0 in an empty ledger
 * @param lastPosition position of the newest event; 0 in an empty ledger
 * @param recordedAt when the newest commit was recorded, in milliseconds since the epoch
 * @param newestTimestamp the greatest timestamp of any event so far, in milliseconds since the epoch, rounded down
 * @param tree the tree over all events so far
 * @param origins the greatest position copied from each source so far
 */
record LedgerHead(
        long firstPosition,
        long lastPosition,
        long recordedAt,
        long newestTimestamp,
        CompactRange tree,
        Map<String, Long> origins) {

    static final LedgerHead OF_NOTHING =
            new LedgerHead(0, 0, Long.MIN_VALUE, Long.MIN_VALUE, CompactRange.empty(), Map.of());

    /**
     * The end of history once these events are in it.
     *
     * @param now the writer's clock in milliseconds; never trusted to go forward
     */
    LedgerHead extendedBy(List<PreparedEvent> events, long now) {
        long recorded = Math.max(now, recordedAt);
        long newest = newestTimestamp;
        Map<String, Long> copied = new HashMap<>(origins);
        List<byte[]> leaves = new ArrayList<>(events.size());
        MessageDigest digest = Sha256.start();
        for (PreparedEvent prepared : events) {
            LedgerEvent event = prepared.event();
            leaves.add(prepared.leaf(digest, recorded));
            newest = Math.max(newest, event.timestamp().toEpochMilli());
            Origin origin = event.origin();
            if (origin != null) {
                copied.merge(origin.source(), origin.position(), Math::max);
            }
        }
        return new LedgerHead(
                lastPosition + 1,
                lastPosition + events.size(),
                recorded,
                newest,
                tree.append(leaves),
                Map.copyOf(copied));
    }

    TreeHead treeHead() {
        return new TreeHead(tree.size(), tree.root());
    }

    Commit commit() {
        return new Commit(firstPosition, lastPosition, Instant.ofEpochMilli(recordedAt), treeHead());
    }
}
