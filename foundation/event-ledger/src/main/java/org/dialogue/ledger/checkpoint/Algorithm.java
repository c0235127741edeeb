package org.dialogue.ledger.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * What a signature is made over. The numbers are those of
 * <a href="https://c2sp.org/signed-note">c2sp.org/signed-note</a>; it knows more of them.
 */
public enum Algorithm {

    /** Ed25519 over the note's text: whose ledger it is. */
    ED25519(0x01) {
        @Override
        boolean verifies(VerifierKey key, String body, NoteSignature signature) {
            return Ed25519.verifies(key.publicKey(), body.getBytes(UTF_8), signature.signature());
        }
    },

    /**
     * Ed25519 over a time and the note's text: a witness, see
     * <a href="https://c2sp.org/tlog-cosignature">c2sp.org/tlog-cosignature</a>.
     */
    COSIGNATURE(0x04) {
        @Override
        boolean verifies(VerifierKey key, String body, NoteSignature signature) {
            return Cosignature.verifies(key.publicKey(), body, signature);
        }
    };

    private final byte number;

    Algorithm(int number) {
        this.number = (byte) number;
    }

    static Algorithm numbered(byte number) {
        for (Algorithm algorithm : values()) {
            if (algorithm.number == number) {
                return algorithm;
            }
        }
        throw new IllegalArgumentException("Keys of algorithm %d are not known here".formatted(number & 0xff));
    }

    byte number() {
        return number;
    }

    abstract boolean verifies(VerifierKey key, String body, NoteSignature signature);
}
