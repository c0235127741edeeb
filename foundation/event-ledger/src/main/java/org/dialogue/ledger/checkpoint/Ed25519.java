package org.dialogue.ledger.checkpoint;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** The JDK's Ed25519 (RFC 8032), with public keys as the 32 bytes that go on the wire. */
final class Ed25519 {

    static final String NAME = "Ed25519";
    static final int PUBLIC_KEY_LENGTH = 32;
    static final int SIGNATURE_LENGTH = 64;

    /** What RFC 8410 puts before the 32 bytes: the JDK takes a public key in this form only. */
    private static final byte[] X509_START = HexFormat.of().parseHex("302a300506032b6570032100");

    private Ed25519() {}

    static byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance(NAME);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform cannot sign with Ed25519", e);
        }
    }

    static boolean verifies(byte[] publicKey, byte[] message, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(NAME);
            verifier.initVerify(decode(publicKey));
            verifier.update(message);
            return verifier.verify(signature);
        } catch (SignatureException e) {
            // The JDK throws for a signature that cannot be one, such as one of another length.
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform cannot verify Ed25519", e);
        }
    }

    /** Whether these bytes are a point of the curve, as a public key must be. */
    static boolean isPublicKey(byte[] publicKey) {
        if (publicKey.length != PUBLIC_KEY_LENGTH) {
            return false;
        }
        try {
            Signature.getInstance(NAME).initVerify(decode(publicKey));
            return true;
        } catch (InvalidKeyException | InvalidKeySpecException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform lacks Ed25519", e);
        }
    }

    static byte[] encode(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - PUBLIC_KEY_LENGTH, encoded.length);
    }

    private static PublicKey decode(byte[] publicKey) throws GeneralSecurityException {
        byte[] encoded = Arrays.copyOf(X509_START, X509_START.length + PUBLIC_KEY_LENGTH);
        System.arraycopy(publicKey, 0, encoded, X509_START.length, PUBLIC_KEY_LENGTH);
        return KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(encoded));
    }
}
