package org.dialogue.ledger.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What a witness signs: that it saw this checkpoint, at this time, as the largest it knew of its ledger. Laid down in
 * <a href="https://c2sp.org/tlog-cosignature">c2sp.org/tlog-cosignature</a>, version 1.
 */
final class Cosignature {

    /** First line of the message. No note may begin with it, or one signature could pass for the other. */
    static final String HEADER = "cosignature/v1\n";

    /** The last second of the year 9999: what is later is no time that anybody signed at. */
    static final long LATEST = 253_402_300_799L;

    private static final int LENGTH = Long.BYTES + Ed25519.SIGNATURE_LENGTH;

    private Cosignature() {}

    static byte[] message(long seconds, String body) {
        return (HEADER + "time " + seconds + '\n' + body).getBytes(UTF_8);
    }

    static byte[] timed(long seconds, byte[] signature) {
        return ByteBuffer.allocate(LENGTH).putLong(seconds).put(signature).array();
    }

    static boolean verifies(byte[] publicKey, String body, NoteSignature signature) {
        if (signature.signature().length != LENGTH) {
            return false;
        }
        long seconds = seconds(signature);
        return seconds >= 0
                && seconds <= LATEST
                && Ed25519.verifies(
                        publicKey,
                        message(seconds, body),
                        Arrays.copyOfRange(signature.signature(), Long.BYTES, LENGTH));
    }

    static long seconds(NoteSignature signature) {
        return ByteBuffer.wrap(signature.signature()).getLong();
    }
}
