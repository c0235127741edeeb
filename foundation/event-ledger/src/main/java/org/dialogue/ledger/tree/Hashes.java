package org.dialogue.ledger.tree;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Comparing and showing hashes, which Java's arrays do by identity. */
final class Hashes {

    private Hashes() {}

    /** A hash of another length could share its bytes with its neighbour, and two trees have one root. */
    static boolean wellFormed(byte[] hash) {
        return hash.length == Sha256.LENGTH;
    }

    static boolean wellFormed(List<byte[]> hashes) {
        return hashes.stream().allMatch(Hashes::wellFormed);
    }

    static boolean equal(List<byte[]> some, List<byte[]> others) {
        return Arrays.deepEquals(some.toArray(), others.toArray());
    }

    static int hash(List<byte[]> hashes) {
        return Arrays.deepHashCode(hashes.toArray());
    }

    static String text(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    static List<String> text(List<byte[]> hashes) {
        return hashes.stream().map(Hashes::text).toList();
    }
}
