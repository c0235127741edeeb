package org.dialogue.auditor.tree;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * That one tree begins with another: RFC 9162, section 2.1.4.
 *
 * @param from number of leaves of the earlier tree
 * @param to number of leaves of the later tree
 * @param path the hashes that both roots follow from
 */
public record ConsistencyProof(long from, long to, List<byte[]> path) {

    /**
     * Whether it does, for trees of these roots.
     */
    public boolean proves(byte[] earlier, byte[] later) {
        if (from < 0 || from > to || !Sha256.areHashes(path)) {
            return false;
        }
        if (from == to) {
            return path.isEmpty() && Arrays.equals(earlier, later);
        }
        if (from == 0) {
            return path.isEmpty() && Arrays.equals(earlier, new Nodes().ofNothing());
        }
        return leadsTo(earlier, later);
    }

    private boolean leadsTo(byte[] earlier, byte[] later) {
        Deque<byte[]> rest = new ArrayDeque<>(path);
        int levels = Long.numberOfTrailingZeros(from);
        long index = (from - 1) >> levels;
        long last = (to - 1) >> levels;
        if (index > 0 && rest.isEmpty()) {
            return false;
        }
        byte[] before = index == 0 ? earlier : rest.remove();
        byte[] after = before;
        Nodes nodes = new Nodes();
        for (byte[] hash : rest) {
            if (last == 0) {
                return false;
            }
            if (index % 2 == 1 || index == last) {
                before = nodes.node(hash, before);
                after = nodes.node(hash, after);
                int without = index == 0 ? 0 : Long.numberOfTrailingZeros(index);
                index >>= without;
                last >>= without;
            } else {
                after = nodes.node(after, hash);
            }
            index >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(before, earlier) && Arrays.equals(after, later);
    }
}
