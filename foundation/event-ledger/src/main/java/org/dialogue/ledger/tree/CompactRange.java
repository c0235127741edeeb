package org.dialogue.ledger.tree;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * An RFC 6962 Merkle tree that remembers only what it needs to grow: the roots of its perfect subtrees.
 *
 * <p>A tree of {@code n} leaves is a row of perfect subtrees, one for each bit that is set in {@code n}, the largest
 * first. Their hashes are the frontier. They suffice to append leaves and to compute the root, so any writer can go on
 * where another stopped. Instances are immutable.
 */
public final class CompactRange {

    private static final byte NODE_PREFIX = 0x01;

    private static final CompactRange EMPTY = new CompactRange(0, List.of());

    private final long size;
    private final List<byte[]> frontier;

    private CompactRange(long size, List<byte[]> frontier) {
        this.size = size;
        this.frontier = frontier;
    }

    /** The tree without leaves. */
    public static CompactRange empty() {
        return EMPTY;
    }

    /**
     * Picks up a tree where it was left.
     *
     * @param size number of leaves
     * @param frontier roots of the perfect subtrees, the largest first, 32 bytes each
     * @throws IllegalArgumentException if a tree of this size has another number of subtrees
     */
    public static CompactRange of(long size, List<byte[]> frontier) {
        if (size < 0
                || Long.bitCount(size) != frontier.size()
                || frontier.stream().anyMatch(hash -> hash.length != Sha256.LENGTH)) {
            throw new IllegalArgumentException(
                    "%d hashes are no frontier of a tree of size %d".formatted(frontier.size(), size));
        }
        return new CompactRange(size, List.copyOf(frontier));
    }

    /**
     * The tree with further leaves at its right end.
     *
     * @param leaves leaf hashes in order, 32 bytes each
     * @throws ArithmeticException if it would have more than 2^63-1 leaves
     */
    public CompactRange append(List<byte[]> leaves) {
        List<byte[]> hashes = new ArrayList<>(frontier);
        long grown = size;
        MessageDigest digest = Sha256.start();
        for (byte[] leaf : leaves) {
            byte[] hash = leaf;
            // Each set low bit is a perfect subtree as large as what we hold: merge, and carry on as in an addition.
            for (long carry = grown; (carry & 1) == 1; carry >>= 1) {
                hash = node(digest, hashes.remove(hashes.size() - 1), hash);
            }
            hashes.add(hash);
            grown = Math.incrementExact(grown);
        }
        return new CompactRange(grown, List.copyOf(hashes));
    }

    /**
     * The tree hash of RFC 6962, section 2.1: of no leaves the hash of nothing, else of all leaves so far.
     *
     * @return 32 bytes
     */
    public byte[] root() {
        if (frontier.isEmpty()) {
            return Sha256.start().digest();
        }
        MessageDigest digest = Sha256.start();
        byte[] root = frontier.get(frontier.size() - 1);
        for (int i = frontier.size() - 2; i >= 0; i--) {
            root = node(digest, frontier.get(i), root);
        }
        return root;
    }

    /** Number of leaves. */
    public long size() {
        return size;
    }

    /** Roots of the perfect subtrees, the largest first. The arrays are shared and must not be changed. */
    public List<byte[]> frontier() {
        return frontier;
    }

    /** The hash of an inner node. */
    static byte[] node(byte[] left, byte[] right) {
        return node(Sha256.start(), left, right);
    }

    private static byte[] node(MessageDigest digest, byte[] left, byte[] right) {
        digest.update(NODE_PREFIX);
        digest.update(left);
        digest.update(right);
        return digest.digest();
    }
}
