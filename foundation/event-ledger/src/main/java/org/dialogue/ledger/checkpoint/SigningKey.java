package org.dialogue.ledger.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/** A secret key that signs notes: as a ledger, or as a witness of ledgers. */
public final class SigningKey {

    private static final String PEM_START = "-----BEGIN PRIVATE KEY-----";
    private static final String PEM_END = "-----END PRIVATE KEY-----";

    private final PrivateKey secret;
    private final VerifierKey verifierKey;
    private final VerifierKey cosignerKey;

    private SigningKey(String name, PrivateKey secret, byte[] publicKey) {
        this.secret = secret;
        this.verifierKey = new VerifierKey(name, Algorithm.ED25519, publicKey);
        this.cosignerKey = new VerifierKey(name, Algorithm.COSIGNATURE, publicKey);
    }

    /**
     * Makes a new key.
     *
     * @param name who signs; without spaces and plus signs. A ledger signs by the name of its origin
     */
    public static SigningKey generate(String name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(Ed25519.NAME).generateKeyPair();
            return new SigningKey(name, pair.getPrivate(), Ed25519.encode(pair.getPublic()));
        } catch (GeneralSecurityException e) {
            throw noEd25519(e);
        }
    }

    /**
     * Reads a key as {@link #toPem} and {@code openssl genpkey -algorithm ed25519} write it.
     *
     * @param name who signs; without spaces and plus signs
     * @param pkcs8Pem PEM of PKCS #8 (RFC 5958, RFC 8410), not encrypted
     * @throws IllegalArgumentException if it is none, or no Ed25519 key; the message does not show it
     */
    public static SigningKey fromPem(String name, String pkcs8Pem) {
        int start = pkcs8Pem.indexOf(PEM_START);
        int end = pkcs8Pem.indexOf(PEM_END);
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("The signing key of %s is no PEM of a private key".formatted(name));
        }
        return fromBase64(name, pkcs8Pem.substring(start + PEM_START.length(), end));
    }

    static SigningKey fromBase64(String name, String pkcs8) {
        try {
            byte[] decoded = Base64.getMimeDecoder().decode(pkcs8);
            PrivateKey secret = KeyFactory.getInstance(Ed25519.NAME).generatePrivate(new PKCS8EncodedKeySpec(decoded));
            return new SigningKey(name, secret, publicKeyOf((EdECPrivateKey) secret));
        } catch (InvalidKeySpecException | IllegalArgumentException e) {
            // Without the cause: nobody knows what a parser quotes, and this text may be a secret.
            throw new IllegalArgumentException("The signing key of %s is no Ed25519 key in PKCS #8".formatted(name));
        } catch (GeneralSecurityException e) {
            throw noEd25519(e);
        }
    }

    /** The secret itself, as text to keep in a safe place. */
    public String toPem() {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(secret.getEncoded());
        return PEM_START + '\n' + body + '\n' + PEM_END + '\n';
    }

    /** What others verify this ledger's notes with. */
    public VerifierKey verifierKey() {
        return verifierKey;
    }

    /** What others verify this witness's cosignatures with. */
    public VerifierKey cosignerKey() {
        return cosignerKey;
    }

    /**
     * Signs a text.
     *
     * @param body the whole text of the note, with its last newline
     * @throws IllegalArgumentException if it begins like the message of a cosignature
     */
    public NoteSignature sign(String body) {
        if (body.startsWith(Cosignature.HEADER)) {
            throw new IllegalArgumentException("This text could pass for a witness's: it is not signed");
        }
        return new NoteSignature(verifierKey.name(), verifierKey.id(), Ed25519.sign(secret, body.getBytes(UTF_8)));
    }

    /**
     * Bears witness to a checkpoint.
     *
     * @param body the whole text of the checkpoint's note
     * @param at now; what is less than a second is cut off
     * @throws IllegalArgumentException if it is no checkpoint, or the time is before 1970 or after the year 9999
     */
    public NoteSignature cosign(String body, Instant at) {
        Checkpoint.parse(body);
        long seconds = at.getEpochSecond();
        if (seconds < 0 || seconds > Cosignature.LATEST) {
            throw new IllegalArgumentException("No cosignature can be of %s".formatted(at));
        }
        byte[] signature = Ed25519.sign(secret, Cosignature.message(seconds, body));
        return new NoteSignature(cosignerKey.name(), cosignerKey.id(), Cosignature.timed(seconds, signature));
    }

    /** Shows the public key only. */
    @Override
    public String toString() {
        return verifierKey.text();
    }

    /**
     * The JDK derives a public key only while it makes a pair from random bytes. The secret is such bytes: given
     * them again, it makes the same pair.
     */
    private static byte[] publicKeyOf(EdECPrivateKey key) throws GeneralSecurityException {
        byte[] seed = key.getBytes().orElseThrow(() -> new InvalidKeySpecException("The key cannot be read"));
        KeyPairGenerator generator = KeyPairGenerator.getInstance(Ed25519.NAME);
        generator.initialize(NamedParameterSpec.ED25519, new Replay(seed));
        KeyPair pair = generator.generateKeyPair();
        byte[] again = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
        if (!Arrays.equals(again, seed)) {
            throw new IllegalStateException("This Java platform makes Ed25519 keys in a way not foreseen");
        }
        return Ed25519.encode(pair.getPublic());
    }

    private static IllegalStateException noEd25519(GeneralSecurityException e) {
        return new IllegalStateException("This Java platform lacks Ed25519", e);
    }

    /** A source of randomness that is none. */
    private static final class Replay extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final transient byte[] bytes;

        Replay(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void nextBytes(byte[] wanted) {
            System.arraycopy(bytes, 0, wanted, 0, wanted.length);
        }
    }
}
