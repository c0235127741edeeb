package org.dialogue.auditor.tree;

import java.util.Arrays;
import java.util.List;

/**
 * That a leaf stands at a position of a tree: RFC 9162, section 2.1.3.
 *
 * @param position where, from 1
 * @param size number of leaves of the tree
 * @param leaf the leaf's hash
 * @param path what is missing on the way to the root, the lowest first
 */
public record InclusionProof(long position, long size, byte[] leaf, List<byte[]> path) {

    /**
     * Whether it does, in a tree of this root.
     */
    public boolean proves(byte[] root) {
        if (position < 1 || position > size || leaf.length != Sha256.LENGTH || !Sha256.areHashes(path)) {
            return false;
        }
        Nodes nodes = new Nodes();
        long index = position - 1;
        long last = size - 1;
        byte[] hash = leaf;
        for (byte[] sibling : path) {
            if (last == 0) {
                return false;
            }
            if (index % 2 == 1 || index == last) {
                hash = nodes.node(sibling, hash);
                int levels = index == 0 ? 0 : Long.numberOfTrailingZeros(index);
                index >>= levels;
                last >>= levels;
            } else {
                hash = nodes.node(hash, sibling);
            }
            index >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }
}
