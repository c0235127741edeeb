package org.dialogue.ledger.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dialogue.ledger.tree.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A public key that notes are checked with.
 *
 * @param name name of who signs
 * @param algorithm what its signatures are made over
 * @param publicKey 32 bytes, as RFC 8032 encodes them
 */
public record VerifierKey(String name, Algorithm algorithm, byte[] publicKey) {

    /** The plus signs part it, though the Base64 may hold some too. */
    private static final Pattern TEXT = Pattern.compile("([^+]+)\\+([0-9a-f]{8})\\+(.+)", Pattern.DOTALL);

    /**
     * @throws IllegalArgumentException if the name is empty or holds spaces or plus signs, or the bytes
     *     are no key
     */
    public VerifierKey {
        if (!NoteText.isName(name)) {
            throw new IllegalArgumentException("'%s' is no name of a key".formatted(name));
        }
        if (!Ed25519.isPublicKey(publicKey)) {
            throw new IllegalArgumentException("The key of %s is no Ed25519 key".formatted(name));
        }
    }

    /**
     * Reads the text of a key, as it is given to those who verify.
     *
     * @param text name, id in hexadecimal, and Base64 of the algorithm's number and the key, with plus signs between
     * @throws IllegalArgumentException if it is no such text, its id is not that of the key, or the algorithm unknown
     */
    public static VerifierKey parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("A verifier key reads name+id+key");
        }
        byte[] key = NoteText.decode(parts.group(3), "The key of " + parts.group(1));
        VerifierKey parsed =
                new VerifierKey(parts.group(1), Algorithm.numbered(key[0]), Arrays.copyOfRange(key, 1, key.length));
        if (parsed.id() != HexFormat.fromHexDigits(parts.group(2))) {
            throw new IllegalArgumentException("The key of %s has another id than it states".formatted(parsed.name));
        }
        return parsed;
    }

    /** The key as text, as {@link #parse} reads it. */
    public String text() {
        return name + '+' + HexFormat.of().toHexDigits(id()) + '+' + NoteText.encode(numberedKey());
    }

    /**
     * The first four bytes of SHA-256 over name, newline, the algorithm's number and the key: finds the key of a
     * signature, and proves nothing.
     */
    public int id() {
        MessageDigest digest = Sha256.start();
        digest.update(name.getBytes(UTF_8));
        digest.update((byte) '\n');
        digest.update(numberedKey());
        return ByteBuffer.wrap(digest.digest()).getInt();
    }

    /** Whether the note bears a signature of this key and all that claim to be of this key are right. */
    public boolean verifies(SignedNote note) {
        List<NoteSignature> own = own(note);
        return !own.isEmpty() && own.stream().allMatch(signature -> algorithm.verifies(this, note.body(), signature));
    }

    /**
     * When this witness signed, in whole seconds; empty if this key makes no cosignatures or does not verify the note.
     */
    public Optional<Instant> cosignedAt(SignedNote note) {
        if (algorithm != Algorithm.COSIGNATURE || !verifies(note)) {
            return Optional.empty();
        }
        return own(note).stream()
                .map(signature -> Instant.ofEpochSecond(Cosignature.seconds(signature)))
                .max(Instant::compareTo);
    }

    private List<NoteSignature> own(SignedNote note) {
        int id = id();
        return note.signatures().stream()
                .filter(signature -> signature.keyId() == id && signature.name().equals(name))
                .toList();
    }

    private byte[] numberedKey() {
        return ByteBuffer.allocate(1 + publicKey.length)
                .put(algorithm.number())
                .put(publicKey)
                .array();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VerifierKey that
                && algorithm == that.algorithm
                && name.equals(that.name)
                && Arrays.equals(publicKey, that.publicKey);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(publicKey);
    }

    @Override
    public String toString() {
        return text();
    }
}
