package org.dialogue.auditor.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree that leaves are added to, of which only the frontier is remembered: at most 63 hashes, whatever its size. Not
 * for use by several threads.
 */
public final class GrowingTree {

    private final Nodes nodes = new Nodes();
    private final List<byte[]> frontier = new ArrayList<>();
    private long size;

    /**
     * Adds a leaf at the right end.
     *
     * @param leaf its hash, 32 bytes
     */
    public void append(byte[] leaf) {
        byte[] subtree = leaf;
        for (int merges = Long.numberOfTrailingZeros(~size); merges > 0; merges--) {
            subtree = nodes.node(frontier.remove(frontier.size() - 1), subtree);
        }
        frontier.add(subtree);
        size++;
    }

    /**
     * Number of leaves.
     */
    public long size() {
        return size;
    }

    /**
     * The tree hash over all leaves so far.
     *
     * @return 32 bytes
     */
    public byte[] root() {
        if (frontier.isEmpty()) {
            return nodes.ofNothing();
        }
        byte[] root = frontier.get(frontier.size() - 1);
        for (int i = frontier.size() - 2; i >= 0; i--) {
            root = nodes.node(frontier.get(i), root);
        }
        return root;
    }

    /**
     * Roots of the perfect subtrees that the leaves divide into, the largest first.
     */
    public List<byte[]> frontier() {
        return List.copyOf(frontier);
    }
}
