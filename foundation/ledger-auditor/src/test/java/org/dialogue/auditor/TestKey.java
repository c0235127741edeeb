package org.dialogue.auditor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A key that signs checkpoints in tests, made of one of the pairs that RFC 8032 publishes in section 7.1.
 */
record TestKey(String name, int type, String seed, String publicKey) {

    static final String ORIGIN = "example.org/ledger";

    static final TestKey LEDGER = new TestKey(
            ORIGIN,
            1,
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    static final TestKey NEXT = new TestKey(
            ORIGIN,
            1,
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    static final TestKey WITNESS = new TestKey(
            "example.org/witness",
            4,
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025");

    String vkey() {
        return name + "+" + HexFormat.of().formatHex(id()) + "+" + base64(typed());
    }

    /** A signature line over a text. */
    String sign(String body) {
        return line(ed25519(body.getBytes(UTF_8)));
    }

    /** A cosignature line over a text. */
    String cosign(String body, long time) {
        byte[] signature =
                ed25519("cosignature/v1\ntime %d\n%s".formatted(time, body).getBytes(UTF_8));
        return line(ByteBuffer.allocate(8 + signature.length)
                .putLong(time)
                .put(signature)
                .array());
    }

    private String line(byte[] signature) {
        return "\u2014 " + name + " "
                + base64(ByteBuffer.allocate(4 + signature.length)
                        .put(id())
                        .put(signature)
                        .array())
                + "\n";
    }

    private byte[] id() {
        ByteArrayOutputStream named = new ByteArrayOutputStream();
        named.writeBytes((name + "\n").getBytes(UTF_8));
        named.writeBytes(typed());
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(named.toByteArray()), 4);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private byte[] typed() {
        return HexFormat.of().parseHex("0" + type + publicKey);
    }

    private byte[] ed25519(byte[] message) {
        try {
            PrivateKey key = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(
                            HexFormat.of().parseHex("302e020100300506032b657004220420" + seed)));
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
