package org.dialogue.ledger.tree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash function of leaves and nodes. */
public final class Sha256 {

    /** Length of a hash in bytes. */
    public static final int LENGTH = 32;

    private Sha256() {}

    /** A digest that has been given nothing yet. */
    public static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
