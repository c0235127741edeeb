package org.dialogue.auditor.tree;

import java.security.MessageDigest;

/** How two subtrees make one. */
final class Nodes {

    private static final byte NODE = 0x01;

    private final MessageDigest digest = Sha256.start();

    byte[] node(byte[] left, byte[] right) {
        digest.update(NODE);
        digest.update(left);
        digest.update(right);
        return digest.digest();
    }

    byte[] ofNothing() {
        return digest.digest();
    }
}
