package org.dialogue.auditor.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.dialogue.auditor.tree.Sha256;

/**
 * Numbers by strings, of which only the first 128 bits of the SHA-256 are held: 24 bytes an entry, and 32 to 64 with the
 * room to grow. Nobody can find two strings that fall together. It stops taking entries when its share of the memory is
 * used up, and says so.
 */
final class DigestMap {

    /** What {@link #put} returns for a string that was not there. */
    static final long NONE = -1;

    /** Many small tables that grow one at a time, so that growing never needs twice the memory. */
    private static final int TABLES = 64;

    private static final int SLOT = 3;
    private static final int FIRST_CAPACITY = 16;

    private final MessageDigest digest = Sha256.start();
    private final long[][] tables = new long[TABLES][SLOT * FIRST_CAPACITY];
    private final int[] sizes = new int[TABLES];
    private long spare;
    private boolean full;

    /**
     * @param bytes how much memory it may take
     */
    DigestMap(long bytes) {
        this.spare = bytes;
    }

    /**
     * Remembers a number, 0 or more, in place of the one before.
     *
     * @return the one before, or {@link #NONE}
     */
    long put(String key, long value) {
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(key.getBytes(UTF_8)));
        long high = hash.getLong();
        long low = hash.getLong();
        int number = (int) (high >>> 58);
        int slot = find(tables[number], high, low);
        long before = tables[number][slot + 2] - 1;
        if (before == NONE) {
            if (full || !hasRoom(number)) {
                full = true;
                return NONE;
            }
            slot = find(tables[number], high, low);
            sizes[number]++;
        }
        tables[number][slot] = high;
        tables[number][slot + 1] = low;
        tables[number][slot + 2] = value + 1;
        return before;
    }

    /** Whether some strings were not remembered, for want of memory. */
    boolean isFull() {
        return full;
    }

    /** The slot of a key, or the free one where it would go; a free one has value 0. */
    private static int find(long[] table, long high, long low) {
        int mask = table.length / SLOT - 1;
        int slot = (int) low & mask;
        while (table[SLOT * slot + 2] != 0 && (table[SLOT * slot] != high || table[SLOT * slot + 1] != low)) {
            slot = slot + 1 & mask;
        }
        return SLOT * slot;
    }

    private boolean hasRoom(int number) {
        long[] table = tables[number];
        int capacity = table.length / SLOT;
        if (4 * (sizes[number] + 1L) <= 3L * capacity) {
            return true;
        }
        long more = (long) table.length * Long.BYTES;
        if (more > spare || capacity > Integer.MAX_VALUE / SLOT / 2) {
            return false;
        }
        spare -= more;
        long[] larger = new long[2 * table.length];
        for (int i = 0; i < table.length; i += SLOT) {
            if (table[i + 2] != 0) {
                System.arraycopy(table, i, larger, find(larger, table[i], table[i + 1]), SLOT);
            }
        }
        tables[number] = larger;
        return true;
    }
}
