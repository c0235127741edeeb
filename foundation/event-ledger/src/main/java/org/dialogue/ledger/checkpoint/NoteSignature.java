package org.dialogue.ledger.checkpoint;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One signature under a note, verified or not. Name and id say whose it claims to be.
 *
 * @param name name of the key, without spaces and plus signs
 * @param keyId the first four bytes of a hash over the key, see {@link VerifierKey#id()}
 * @param signature what the key's algorithm produced, one byte or more
 */
public record NoteSignature(String name, int keyId, byte[] signature) {

    private static final String START = "\u2014 ";

    /**
     * @throws MalformedNoteException if no key can have this name, or the signature is empty
     */
    public NoteSignature {
        if (!NoteText.isName(name)) {
            throw new MalformedNoteException("'%s' is no name of a key".formatted(name));
        }
        if (signature.length == 0) {
            throw new MalformedNoteException("The signature of %s is empty".formatted(name));
        }
    }

    /** Reads one line, without its newline. */
    static NoteSignature parse(String line) {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(START) || space < START.length()) {
            throw new MalformedNoteException("A line under the note is no signature");
        }
        String name = line.substring(START.length(), space);
        byte[] bytes = NoteText.decode(line.substring(space + 1), "The signature of " + name);
        if (bytes.length < Integer.BYTES) {
            throw new MalformedNoteException("The signature of %s lacks the id of its key".formatted(name));
        }
        int keyId = ByteBuffer.wrap(bytes).getInt();
        return new NoteSignature(name, keyId, Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length));
    }

    /** The line as it stands under a note, without its newline. */
    String line() {
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES + signature.length)
                .putInt(keyId)
                .put(signature)
                .array();
        return START + name + ' ' + NoteText.encode(bytes);
    }

    /** Whether both claim to be of one key. */
    boolean sameKeyAs(NoteSignature other) {
        return keyId == other.keyId && name.equals(other.name);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NoteSignature that && sameKeyAs(that) && Arrays.equals(signature, that.signature);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(signature);
    }

    @Override
    public String toString() {
        return line();
    }
}
