package org.dialogue.reports.witness;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.dialogue.ledger.tree.CompactRange;
import org.dialogue.ledger.tree.TreeHead;

/**
 * The tree of one other ledger, as far as its events were received without a gap. A missing position stops it: leaves
 * from beyond wait until the missing one has come. Grown by one thread, looked at by any.
 */
final class SourceTree {

    private final long longest;
    private final ConcurrentNavigableMap<Long, byte[]> early = new ConcurrentSkipListMap<>();
    private volatile CompactRange tree;

    private SourceTree(CompactRange tree, long longest) {
        this.tree = tree;
        this.longest = longest;
    }

    /** Goes on from where a tree was left, without end. */
    static SourceTree from(CompactRange tree) {
        return new SourceTree(tree, Long.MAX_VALUE);
    }

    /** Goes on from where a tree was left, up to a size, and takes nothing beyond. */
    static SourceTree upTo(long size, CompactRange tree) {
        return new SourceTree(tree, size);
    }

    /** Takes the leaf at a position. What the tree holds already is passed over. */
    void take(long position, byte[] leaf) {
        if (position <= tree.size() || position > longest) {
            return;
        }
        if (position > tree.size() + 1) {
            early.putIfAbsent(position, leaf);
            return;
        }
        CompactRange grown = tree.append(List.of(leaf));
        for (Map.Entry<Long, byte[]> next = early.firstEntry();
                next != null && next.getKey() == grown.size() + 1;
                next = early.firstEntry()) {
            grown = grown.append(List.of(next.getValue()));
            early.remove(next.getKey());
        }
        tree = grown;
    }

    long size() {
        return tree.size();
    }

    CompactRange range() {
        return tree;
    }

    TreeHead head() {
        CompactRange now = tree;
        return new TreeHead(now.size(), now.root());
    }

    /** The position that is missing, although later ones have come. */
    OptionalLong missing() {
        return early.isEmpty() ? OptionalLong.empty() : OptionalLong.of(tree.size() + 1);
    }
}
