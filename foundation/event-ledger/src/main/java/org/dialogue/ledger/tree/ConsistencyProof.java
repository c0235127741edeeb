package org.dialogue.ledger.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * That one tree is the beginning of another: nothing in it was altered, dropped or moved, things were only added (RFC
 * 9162, section 2.1.4; the same as RFC 6962, section 2.1.2).
 *
 * <p>Two cases that the RFCs leave out have an empty path: every tree begins with the empty one, and with itself.
 *
 * <p>A proof may come from anywhere. Whatever it holds, {@link #proves} gives an answer and throws nothing. Arrays are
 * shared, not copied; nobody may change them.
 *
 * @param from number of leaves in the earlier tree
 * @param to number of leaves in the later tree
 * @param path hashes that both roots follow from, in the RFCs' order, 32 bytes each
 */
public record ConsistencyProof(long from, long to, List<byte[]> path) {

    /** Takes the proof as it is: whether it proves anything is another question. */
    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /**
     * Makes the proof between two sizes of a tree.
     *
     * @param from number of leaves in the earlier tree, 0 or more
     * @param to number of leaves in the later tree, not less
     * @param roots hashes of the later tree's parts
     * @throws IllegalArgumentException if the earlier tree is the larger one, or its size is negative
     */
    public static ConsistencyProof of(long from, long to, SubtreeRoots roots) {
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("A tree does not grow from %d to %d leaves".formatted(from, to));
        }
        if (from == 0) {
            return new ConsistencyProof(from, to, List.of());
        }
        List<byte[]> path = new ArrayList<>();
        long start = 0;
        long end = to;
        // From the root down to the subtree that ends where the earlier tree ends.
        while (from < end) {
            long middle = start + Long.highestOneBit(end - start - 1);
            if (from <= middle) {
                path.add(roots.root(middle, end));
                end = middle;
            } else {
                path.add(roots.root(start, middle));
                start = middle;
            }
        }
        // If that subtree is all of the earlier tree, the verifier has its hash already.
        if (start > 0) {
            path.add(roots.root(start, end));
        }
        Collections.reverse(path);
        return new ConsistencyProof(from, to, path);
    }

    /**
     * Whether the later tree begins with the earlier one.
     *
     * @param earlier the tree of {@link #from()} leaves, as somebody trusted says it was
     * @param later the tree of {@link #to()} leaves, as it is said to be
     */
    public boolean proves(TreeHead earlier, TreeHead later) {
        if (earlier.size() != from
                || later.size() != to
                || from < 0
                || from > to
                || !Hashes.wellFormed(earlier.root())
                || !Hashes.wellFormed(later.root())
                || !Hashes.wellFormed(path)) {
            return false;
        }
        if (from == to) {
            return path.isEmpty() && Arrays.equals(earlier.root(), later.root());
        }
        if (from == 0) {
            return path.isEmpty()
                    && Arrays.equals(earlier.root(), CompactRange.empty().root());
        }
        return leadsTo(earlier.root(), later.root());
    }

    /** RFC 9162, section 2.1.4.2, for 0 < from < to. */
    private boolean leadsTo(byte[] earlier, byte[] later) {
        List<byte[]> hashes = new ArrayList<>(path);
        if (Long.bitCount(from) == 1) {
            hashes.add(0, earlier);
        }
        if (hashes.isEmpty()) {
            return false;
        }
        int levels = Long.numberOfTrailingZeros(from);
        long node = (from - 1) >> levels;
        long last = (to - 1) >> levels;
        byte[] earlierRoot = hashes.get(0);
        byte[] laterRoot = hashes.get(0);
        for (byte[] hash : hashes.subList(1, hashes.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                earlierRoot = CompactRange.node(hash, earlierRoot);
                laterRoot = CompactRange.node(hash, laterRoot);
                while ((node & 1) == 0) {
                    // The last node of a level without a sibling goes up as it is.
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                laterRoot = CompactRange.node(laterRoot, hash);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(earlierRoot, earlier) && Arrays.equals(laterRoot, later);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ConsistencyProof that
                && from == that.from
                && to == that.to
                && Hashes.equal(path, that.path);
    }

    @Override
    public int hashCode() {
        return Objects.hash(from, to, Hashes.hash(path));
    }

    @Override
    public String toString() {
        return "from %d to %d, path %s".formatted(from, to, Hashes.text(path));
    }
}
