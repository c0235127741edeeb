package org.dialogue.ledger.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * That one event is in a tree, at one position: the hashes that lead from its leaf to the root (RFC 9162, section 2.1.3;
 * the same as RFC 6962, section 2.1.1).
 *
 * <p>A proof may come from anywhere. Whatever it holds, {@link #proves} gives an answer and throws nothing. Arrays are
 * shared, not copied; nobody may change them.
 *
 * @param position place of the leaf, from 1; its index in the RFC's words is {@code position - 1}
 * @param size number of leaves in the tree
 * @param leaf hash of the leaf, 32 bytes
 * @param path hashes of the subtrees beside the way up, from the leaf to the root, 32 bytes each
 */
public record InclusionProof(long position, long size, byte[] leaf, List<byte[]> path) {

    /** Takes the proof as it is: whether it proves anything is another question. */
    public InclusionProof {
        Objects.requireNonNull(leaf, "leaf");
        path = List.copyOf(path);
    }

    /**
     * Makes the proof for a leaf.
     *
     * @param position place of the leaf, from 1
     * @param size number of leaves in the tree, not less than the position
     * @param roots hashes of the tree's parts
     * @throws IllegalArgumentException if a tree of this size has no such position
     */
    public static InclusionProof of(long position, long size, SubtreeRoots roots) {
        if (position < 1 || position > size) {
            throw new IllegalArgumentException(
                    "There is no position %d in a tree of size %d".formatted(position, size));
        }
        long index = position - 1;
        List<byte[]> path = new ArrayList<>();
        long from = 0;
        long to = size;
        // From the root down: at each step the leaf is in one half, and the other half's hash is needed.
        while (to - from > 1) {
            long middle = from + Long.highestOneBit(to - from - 1);
            if (index < middle) {
                path.add(roots.root(middle, to));
                to = middle;
            } else {
                path.add(roots.root(from, middle));
                from = middle;
            }
        }
        Collections.reverse(path);
        return new InclusionProof(position, size, roots.root(index, position), path);
    }

    /**
     * The root of the tree that this leaf is in, if the proof is right.
     *
     * @return 32 bytes
     * @throws IllegalStateException if a tree of this size has no such position, or the path does not end at its root
     */
    public byte[] root() {
        byte[] root = computedRoot();
        if (root == null) {
            throw new IllegalStateException(
                    "A path of %d hashes does not lead from position %d to the root of a tree of size %d"
                            .formatted(path.size(), position, size));
        }
        return root;
    }

    /**
     * Whether the leaf is in this tree, at this position.
     *
     * @param head the tree, as somebody trusted says it is
     */
    public boolean proves(TreeHead head) {
        return head.size() == size && Arrays.equals(computedRoot(), head.root());
    }

    /** RFC 9162, section 2.1.3.2. */
    private byte @Nullable [] computedRoot() {
        if (position < 1 || position > size || !Hashes.wellFormed(leaf) || !Hashes.wellFormed(path)) {
            return null;
        }
        long node = position - 1;
        long last = size - 1;
        byte[] root = leaf;
        for (byte[] sibling : path) {
            if (last == 0) {
                return null;
            }
            if ((node & 1) == 1 || node == last) {
                root = CompactRange.node(sibling, root);
                while ((node & 1) == 0) {
                    // The last node of a level without a sibling goes up as it is.
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                root = CompactRange.node(root, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 ? root : null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InclusionProof that
                && position == that.position
                && size == that.size
                && Arrays.equals(leaf, that.leaf)
                && Hashes.equal(path, that.path);
    }

    @Override
    public int hashCode() {
        return Objects.hash(position, size, Arrays.hashCode(leaf), Hashes.hash(path));
    }

    @Override
    public String toString() {
        return "position %d of %d, leaf %s, path %s".formatted(position, size, Hashes.text(leaf), Hashes.text(path));
    }
}
