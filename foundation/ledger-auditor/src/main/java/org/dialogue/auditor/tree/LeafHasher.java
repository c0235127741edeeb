package org.dialogue.auditor.tree;

import java.nio.ByteBuffer;
import java.security.MessageDigest;

/**
 * Hashes the fields of one event after the other into leaves: SHA-256 over 0x00 and then each field as its length in
 * four bytes and its bytes. Keeps its digest between leaves, so it is not for use by several threads.
 */
public final class LeafHasher {

    private static final byte LEAF = 0x00;

    private final MessageDigest digest = Sha256.start();
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    /**
     * Begins a leaf; what was fed before and not finished is forgotten.
     */
    public LeafHasher begin() {
        digest.reset();
        digest.update(LEAF);
        return this;
    }

    /**
     * Adds a field of bytes.
     */
    public LeafHasher field(byte[] value) {
        digest.update(number.clear().putInt(value.length).flip());
        digest.update(value);
        return this;
    }

    /**
     * Adds a field that is a number: eight bytes, big-endian, signed.
     */
    public LeafHasher field(long value) {
        digest.update(number.clear().putInt(Long.BYTES).flip());
        digest.update(number.clear().putLong(value).flip());
        return this;
    }

    /**
     * Finishes the leaf.
     *
     * @return 32 bytes
     */
    public byte[] end() {
        return digest.digest();
    }
}
