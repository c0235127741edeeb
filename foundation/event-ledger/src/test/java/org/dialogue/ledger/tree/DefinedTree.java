package org.dialogue.ledger.tree;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The definitions of RFC 6962, section 2.1, word for word: recursive, over all leaves at hand. Only that the hash of each
 * part is computed once.
 */
public final class DefinedTree {

    private final List<byte[]> leaves;
    private final Map<List<Long>, byte[]> roots = new HashMap<>();

    public DefinedTree(List<byte[]> leafHashes) {
        this.leaves = leafHashes;
    }

    static DefinedTree ofRandomLeaves(int count, long seed) {
        return new DefinedTree(randomLeaves(count, seed));
    }

    static List<byte[]> randomLeaves(int count, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    byte[] hash = new byte[Sha256.LENGTH];
                    random.nextBytes(hash);
                    return hash;
                })
                .toList();
    }

    public TreeHead head(long size) {
        return new TreeHead(size, root(0, size));
    }

    /** MTH(D[from:to]). */
    public byte[] root(long from, long to) {
        byte[] known = roots.get(List.of(from, to));
        if (known != null) {
            return known;
        }
        byte[] root = computedRoot(from, to);
        roots.put(List.of(from, to), root);
        return root;
    }

    /** PATH(position - 1, D[size]). */
    public InclusionProof inclusion(long position, long size) {
        return new InclusionProof(position, size, leaves.get((int) position - 1), path(position - 1, 0, size));
    }

    /** PROOF(from, D[to]). */
    public ConsistencyProof consistency(long from, long to) {
        return new ConsistencyProof(from, to, from == 0 ? List.of() : subproof(from, 0, to, true));
    }

    private byte[] computedRoot(long from, long to) {
        if (from == to) {
            return Sha256.start().digest();
        }
        if (to - from == 1) {
            return leaves.get((int) from);
        }
        long k = split(from, to);
        MessageDigest digest = Sha256.start();
        digest.update((byte) 1);
        digest.update(root(from, from + k));
        digest.update(root(from + k, to));
        return digest.digest();
    }

    /** PATH(m, D[from:to]). */
    private List<byte[]> path(long m, long from, long to) {
        if (to - from == 1) {
            return List.of();
        }
        long k = split(from, to);
        return m < k
                ? with(path(m, from, from + k), root(from + k, to))
                : with(path(m - k, from + k, to), root(from, from + k));
    }

    /** SUBPROOF(m, D[from:to], known). */
    private List<byte[]> subproof(long m, long from, long to, boolean known) {
        if (m == to - from) {
            return known ? List.of() : List.of(root(from, to));
        }
        long k = split(from, to);
        return m <= k
                ? with(subproof(m, from, from + k, known), root(from + k, to))
                : with(subproof(m - k, from + k, to, false), root(from, from + k));
    }

    private static long split(long from, long to) {
        return Long.highestOneBit(to - from - 1);
    }

    private static List<byte[]> with(List<byte[]> hashes, byte[] last) {
        List<byte[]> longer = new ArrayList<>(hashes);
        longer.add(last);
        return longer;
    }
}
