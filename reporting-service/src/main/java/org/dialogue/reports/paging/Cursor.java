package org.dialogue.reports.paging;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.dialogue.kit.rules.InvalidInput;

/** Where a page ended. Callers pass it on as they got it; what is in it is nobody's business but ours. */
record Cursor(String sorting, String key, String id) {

    private static final String SEPARATOR = "\n";
    private static final int FIELDS = 3;

    String encoded() {
        String plain = String.join(SEPARATOR, sorting, key, id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a cursor back.
     *
     * @throws InvalidInput if it is none of ours, or of a list in another order
     */
    static Cursor decoded(String encoded, String sorting) {
        String[] fields;
        try {
            fields = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8).split(SEPARATOR, -1);
        } catch (IllegalArgumentException notBase64) {
            throw invalid("a cursor is taken from the page before, as it is");
        }
        if (fields.length != FIELDS) {
            throw invalid("a cursor is taken from the page before, as it is");
        }
        if (!fields[0].equals(sorting)) {
            throw invalid("the cursor belongs to a list sorted by " + fields[0]);
        }
        return new Cursor(fields[0], fields[1], fields[2]);
    }

    private static InvalidInput invalid(String detail) {
        return new InvalidInput("cursor", "format", detail);
    }
}
