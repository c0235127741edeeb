package org.dialogue.benchmarks.workload;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * Texts of one size that do not compress well, so that no contender gains from a server's compression.
 */
public final class Payloads {

    /** Size of a serialized payload in bytes: a JSON string, quotes included. */
    public static final int SIZE = 600;

    private static final int QUOTES = 2;
    private static final long SEED = 20_230_712;

    private static final String[] TEXTS = texts();
    private static final byte[][] SERIALIZED = Stream.of(TEXTS)
            .map(text -> ("\"" + text + "\"").getBytes(StandardCharsets.US_ASCII))
            .toArray(byte[][]::new);

    private Payloads() {}

    /** One of the texts. */
    public static String any() {
        return TEXTS[ThreadLocalRandom.current().nextInt(TEXTS.length)];
    }

    /** One of the texts as the serializer writes it. */
    public static byte[] anySerialized() {
        return SERIALIZED[ThreadLocalRandom.current().nextInt(SERIALIZED.length)];
    }

    private static String[] texts() {
        var random = new Random(SEED);
        String[] texts = new String[1024];
        for (int i = 0; i < texts.length; i++) {
            byte[] noise = new byte[SIZE];
            random.nextBytes(noise);
            texts[i] = Base64.getEncoder().encodeToString(noise).substring(0, SIZE - QUOTES);
        }
        return texts;
    }
}
