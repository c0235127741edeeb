package org.dialogue.dialogues.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A name as the registry keeps it.
 *
 * @param name in the words of the record
 * @param salt lower-case hex of 32 random bytes; with it, anybody can check the name against the digest in history
 */
public record KeptName(String name, String salt) {

    /** {@return lower-case hex of SHA-256 over the salt's bytes followed by the name in UTF-8} */
    public String digest() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(HexFormat.of().parseHex(salt));
            return HexFormat.of().formatHex(sha256.digest(name.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
