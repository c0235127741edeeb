package org.dialogue.reports.paging;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.dialogue.kit.paging.OpaqueCursor;
import org.dialogue.kit.rules.InvalidInput;

/** Where a page ended: the order of the list, and the key and id of the last item. A checksum tells what was cut short. */
record Cursor(String sorting, String key, String id) {

    private static final String SEPARATOR = "\n";
    private static final int FIELDS = 4;

    String encoded() {
        return OpaqueCursor.of(String.join(SEPARATOR, sorting, key, id, checksum()));
    }

    /**
     * Reads a cursor back.
     *
     * @throws InvalidInput if it is none of ours, or of a list in another order
     */
    static Cursor decoded(String encoded, String sorting) {
        String[] fields = OpaqueCursor.read(encoded).split(SEPARATOR, -1);
        if (fields.length != FIELDS) {
            throw OpaqueCursor.malformed();
        }
        Cursor cursor = new Cursor(fields[0], fields[1], fields[2]);
        if (!cursor.checksum().equals(fields[FIELDS - 1])) {
            throw OpaqueCursor.malformed();
        }
        if (!cursor.sorting().equals(sorting)) {
            throw new InvalidInput(
                    "cursor",
                    "format.sorting",
                    "the cursor belongs to a list sorted by " + cursor.sorting(),
                    cursor.sorting());
        }
        return cursor;
    }

    private String checksum() {
        CRC32C sum = new CRC32C();
        sum.update(String.join(SEPARATOR, sorting, key, id).getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }
}
