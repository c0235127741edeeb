package org.dialogue.reports.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.dialogue.ledger.tree.Sha256;

/** Ids that follow from what they name, so that the same thing met again is known. */
final class Fingerprint {

    private Fingerprint() {}

    /** 32 hexadecimal digits. */
    static String of(String... parts) {
        MessageDigest digest = Sha256.start();
        for (String part : parts) {
            byte[] bytes = part.getBytes(UTF_8);
            digest.update(Integer.toString(bytes.length).getBytes(UTF_8));
            digest.update((byte) ':');
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }
}
