package org.dialogue.ledger.tree;

/** What proofs are made of: the hashes of parts of a tree. */
@FunctionalInterface
public interface SubtreeRoots {

    /**
     * The tree hash of RFC 6962 over some leaves of a tree, as if they were a tree of their own.
     *
     * <p>Proofs ask only for parts that are subtrees of the whole: {@code from} is a multiple of the least power of two
     * that is not less than {@code to - from}.
     *
     * @param from index of the first leaf, from 0
     * @param to index after the last leaf, greater than {@code from}
     * @return 32 bytes
     */
    byte[] root(long from, long to);
}
