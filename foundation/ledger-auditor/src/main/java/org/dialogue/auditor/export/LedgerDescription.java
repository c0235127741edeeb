package org.dialogue.auditor.export;

import java.nio.CharBuffer;
import java.time.Instant;
import org.dialogue.auditor.tree.Sha256;

/**
 * What {@code ledger.json} says of the export. Nobody signed it.
 *
 * @param origin name of the ledger
 * @param size number of events
 * @param root tree hash over them, 32 bytes
 * @param exportedAt when the export was made
 */
public record LedgerDescription(String origin, long size, byte[] root, Instant exportedAt) {

    private static final String FORMAT = "event-ledger-export";
    private static final long VERSION = 1;

    static LedgerDescription parse(CharBuffer text, String place) throws UnreadableExportException {
        JsonFields fields = JsonFields.parse(text, place);
        if (!fields.string("format").equals(FORMAT) || fields.number("version") != VERSION) {
            throw new UnreadableExportException("This is %s in version %d; the auditor reads %s in version %d."
                    .formatted(Printable.text(fields.string("format")), fields.number("version"), FORMAT, VERSION));
        }
        byte[] root = fields.base64("root");
        if (fields.number("size") < 0 || root.length != Sha256.LENGTH) {
            throw new UnreadableExportException("%s states no size or root that a ledger can have.".formatted(place));
        }
        return new LedgerDescription(
                fields.string("origin"), fields.number("size"), root, fields.instant("exportedAt"));
    }
}
