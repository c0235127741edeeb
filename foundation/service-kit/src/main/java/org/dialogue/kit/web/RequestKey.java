package org.dialogue.kit.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What makes two requests the same.
 *
 * @param id a digest of subject, route and Idempotency-Key
 * @param bodyDigest a digest of the body
 */
record RequestKey(String id, String bodyDigest) {

    static RequestKey of(String subject, String method, String path, String key, byte[] body) {
        MessageDigest digest = sha256();
        for (String part : new String[] {subject, method, path, key}) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return new RequestKey(hex(digest.digest()), hex(sha256().digest(body)));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
