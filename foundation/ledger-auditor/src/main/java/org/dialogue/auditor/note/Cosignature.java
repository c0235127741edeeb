package org.dialogue.auditor.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * A witness's signature, as <a href="https://c2sp.org/tlog-cosignature">c2sp.org/tlog-cosignature</a> has it.
 *
 * @param time when it was made, in seconds since 1970
 * @param signature what Ed25519 made
 */
public record Cosignature(long time, byte[] signature) {

    /** The last second of the year 9999. */
    private static final long LATEST = 253_402_300_799L;

    /**
     * Takes a signature line's bytes apart; empty if they are too few or the time is out of range.
     */
    public static Optional<Cosignature> read(NoteSignature line) {
        byte[] bytes = line.bytes();
        if (bytes.length <= Long.BYTES) {
            return Optional.empty();
        }
        long time = ByteBuffer.wrap(bytes).getLong();
        return time < 0 || time > LATEST
                ? Optional.empty()
                : Optional.of(new Cosignature(time, Arrays.copyOfRange(bytes, Long.BYTES, bytes.length)));
    }

    byte[] signed(String body) {
        return ("cosignature/v1\ntime " + time + "\n" + body).getBytes(UTF_8);
    }
}
