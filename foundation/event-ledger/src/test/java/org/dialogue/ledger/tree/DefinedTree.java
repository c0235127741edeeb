package org.dialogue.ledger.tree;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The definitions of RFC 6962, section 2.1, word for word and as slow as they are: recursive, over all leaves at hand.
 */
public final class DefinedTree {

    private final List<byte[]> leaves;

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
        return root(leaves.subList((int) from, (int) to));
    }

    /** PATH(position - 1, D[size]). */
    public InclusionProof inclusion(long position, long size) {
        List<byte[]> path = path((int) position - 1, leaves.subList(0, (int) size));
        return new InclusionProof(position, size, leaves.get((int) position - 1), path);
    }

    /** PROOF(from, D[to]). */
    public ConsistencyProof consistency(long from, long to) {
        List<byte[]> path = from == 0 ? List.of() : subproof((int) from, leaves.subList(0, (int) to), true);
        return new ConsistencyProof(from, to, path);
    }

    private static byte[] root(List<byte[]> hashes) {
        if (hashes.isEmpty()) {
            return Sha256.start().digest();
        }
        if (hashes.size() == 1) {
            return hashes.get(0);
        }
        int k = split(hashes);
        MessageDigest digest = Sha256.start();
        digest.update((byte) 1);
        digest.update(root(hashes.subList(0, k)));
        digest.update(root(hashes.subList(k, hashes.size())));
        return digest.digest();
    }

    private static List<byte[]> path(int m, List<byte[]> d) {
        if (d.size() == 1) {
            return List.of();
        }
        int k = split(d);
        return m < k
                ? with(path(m, d.subList(0, k)), root(d.subList(k, d.size())))
                : with(path(m - k, d.subList(k, d.size())), root(d.subList(0, k)));
    }

    private static List<byte[]> subproof(int m, List<byte[]> d, boolean known) {
        if (m == d.size()) {
            return known ? List.of() : List.of(root(d));
        }
        int k = split(d);
        return m <= k
                ? with(subproof(m, d.subList(0, k), known), root(d.subList(k, d.size())))
                : with(subproof(m - k, d.subList(k, d.size()), false), root(d.subList(0, k)));
    }

    private static int split(List<byte[]> d) {
        return Integer.highestOneBit(d.size() - 1);
    }

    private static List<byte[]> with(List<byte[]> hashes, byte[] last) {
        List<byte[]> longer = new ArrayList<>(hashes);
        longer.add(last);
        return longer;
    }
}
