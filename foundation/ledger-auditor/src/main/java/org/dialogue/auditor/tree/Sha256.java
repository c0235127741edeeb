package org.dialogue.auditor.tree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;

/**
 * The one hash function of the format.
 */
public final class Sha256 {

    /** Length of a hash in bytes. */
    public static final int LENGTH = 32;

    private Sha256() {}

    /**
     * Whether all of these can be hashes. One of another length could share its bytes with its neighbour in a node, and
     * what is no leaf would seem to be one.
     */
    static boolean areHashes(Collection<byte[]> hashes) {
        return hashes.stream().allMatch(hash -> hash.length == LENGTH);
    }

    /**
     * A digest to be fed. Not for use by several threads.
     */
    public static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /**
     * The hash of some bytes.
     */
    public static byte[] of(byte[] bytes) {
        return start().digest(bytes);
    }
}
