package org.dialogue.auditor.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dialogue.auditor.tree.Sha256;

/**
 * A public key and whose it is.
 *
 * @param name of the ledger (its origin) or the witness
 * @param kind what it signs
 * @param id what its signatures name it by: 8 hexadecimal digits, which find a key and prove nothing
 * @param publicKey 32 bytes, as RFC 8032 encodes an Ed25519 key
 * @param text the key as it is handed over
 */
public record VerifierKey(String name, KeyKind kind, String id, byte[] publicKey, String text) {

    private static final Pattern TEXT = Pattern.compile("([^+]+)\\+([0-9a-f]{8})\\+(.+)");

    /** What X.509 puts in front of the 32 bytes: RFC 8410, sections 3 and 4. */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int KEY_LENGTH = 32;
    private static final int NEXT_LINE = 0x85;

    /**
     * Reads a key as it is handed over: name, id and base64, parted by plus signs.
     *
     * @throws MalformedException if it is no key, or not the key that its id says
     */
    public static VerifierKey parse(String text) throws MalformedException {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new MalformedException("a key reads name+id+base64");
        }
        String name = parts.group(1);
        checkName(name);
        byte[] typed = Base64Text.decode(parts.group(3), "the key of " + name);
        if (typed.length == 0) {
            throw new MalformedException("the key of " + name + " is empty");
        }
        KeyKind kind = KeyKind.of(typed[0]);
        byte[] named = concatenated((name + "\n").getBytes(UTF_8), typed);
        // What others hash into the ids of their kinds of key is not known here.
        if (kind != KeyKind.UNKNOWN
                && !HexFormat.of().formatHex(Sha256.of(named), 0, 4).equals(parts.group(2))) {
            throw new MalformedException(
                    "the key of " + name + " is not the one that its id " + parts.group(2) + " says");
        }
        if (kind != KeyKind.UNKNOWN && typed.length != 1 + KEY_LENGTH) {
            throw new MalformedException("the key of " + name + " does not have 32 bytes");
        }
        return new VerifierKey(name, kind, parts.group(2), Arrays.copyOfRange(typed, 1, typed.length), text);
    }

    static void checkName(String name) throws MalformedException {
        if (name.isEmpty() || name.indexOf('+') >= 0 || name.codePoints().anyMatch(c -> c < ' ' || isWhiteSpace(c))) {
            throw new MalformedException("a name is empty, or holds white space, a control character or a plus sign");
        }
    }

    /** Unicode's White_Space, which is what Java calls a space character and a few that are control characters. */
    private static boolean isWhiteSpace(int codePoint) {
        return Character.isSpaceChar(codePoint) || Character.isWhitespace(codePoint) || codePoint == NEXT_LINE;
    }

    /**
     * Whether a signature claims to be of this key.
     */
    public boolean claimedBy(NoteSignature signature) {
        return signature.name().equals(name) && signature.keyId().equals(id);
    }

    /**
     * Whether a signature that claims to be of this key is.
     */
    public boolean verifies(String body, NoteSignature signature) {
        return switch (kind) {
            case LEDGER -> valid(body.getBytes(UTF_8), signature.bytes());
            case WITNESS ->
                Cosignature.read(signature)
                        .map(cosignature -> valid(cosignature.signed(body), cosignature.signature()))
                        .orElse(false);
            case UNKNOWN -> false;
        };
    }

    /**
     * The SHA-256 of the 32 bytes, in hexadecimal, to be compared with what was told by another road.
     */
    public String fingerprint() {
        return HexFormat.of().formatHex(Sha256.of(publicKey));
    }

    /** Name and id, for people. */
    public String label() {
        return name + "+" + id;
    }

    private boolean valid(byte[] message, byte[] bytes) {
        try {
            PublicKey key = KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(concatenated(X509_PREFIX, publicKey)));
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(bytes);
        } catch (GeneralSecurityException e) {
            // A key that is no point of the curve, or a signature of another length: either way it is not valid.
            return false;
        }
    }

    private static byte[] concatenated(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}
