package org.dialogue.reports.paging;

import org.dialogue.kit.paging.OpaqueCursor;
import org.dialogue.kit.rules.InvalidInput;

/** Where a page ended: the order of the list, and the key and id of the last item. */
record Cursor(String sorting, String key, String id) {

    private static final String SEPARATOR = "\n";
    private static final int FIELDS = 3;

    String encoded() {
        return OpaqueCursor.of(String.join(SEPARATOR, sorting, key, id));
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
        if (!fields[0].equals(sorting)) {
            throw new InvalidInput("cursor", "format", "the cursor belongs to a list sorted by " + fields[0]);
        }
        return new Cursor(fields[0], fields[1], fields[2]);
    }
}
