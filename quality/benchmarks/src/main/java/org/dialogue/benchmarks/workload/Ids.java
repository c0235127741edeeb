package org.dialogue.benchmarks.workload;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Random UUIDs without {@code SecureRandom}'s lock, which 64 writers would measure in place of a store. */
final class Ids {

    private static final long VERSION_4 = 0x4000L;
    private static final long VERSION_MASK = 0xF000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long VARIANT_MASK = 0xC000_0000_0000_0000L;

    private Ids() {}

    static String next() {
        var random = ThreadLocalRandom.current();
        return new UUID(random.nextLong() & ~VERSION_MASK | VERSION_4, random.nextLong() & ~VARIANT_MASK | VARIANT)
                .toString();
    }
}
