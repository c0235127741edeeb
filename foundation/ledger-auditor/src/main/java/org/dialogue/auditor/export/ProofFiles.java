package org.dialogue.auditor.export;

import java.nio.CharBuffer;
import org.dialogue.auditor.tree.ConsistencyProof;
import org.dialogue.auditor.tree.InclusionProof;

/**
 * Proofs as a ledger hands them out over HTTP, and single events as lines of an export.
 */
public final class ProofFiles {

    private ProofFiles() {}

    /**
     * Whether this is a proof of inclusion; else it is one of consistency, or none.
     *
     * @throws UnreadableExportException if it is no JSON object
     */
    public static boolean isInclusion(String text, String place) throws UnreadableExportException {
        return parse(text, place).has("leaf");
    }

    /**
     * Reads a proof of inclusion.
     *
     * @throws UnreadableExportException if it is none
     */
    public static InclusionProof inclusion(String text, String place) throws UnreadableExportException {
        JsonFields fields = parse(text, place);
        return new InclusionProof(
                fields.number("position"), fields.number("size"), fields.base64("leaf"), fields.base64Array("path"));
    }

    /**
     * Reads a proof of consistency.
     *
     * @throws UnreadableExportException if it is none
     */
    public static ConsistencyProof consistency(String text, String place) throws UnreadableExportException {
        JsonFields fields = parse(text, place);
        return new ConsistencyProof(fields.number("from"), fields.number("to"), fields.base64Array("path"));
    }

    /**
     * Reads an event.
     *
     * @param text one line of {@code events.ndjson}
     * @throws UnreadableExportException if it is none
     */
    public static ExportedEvent event(String text, String place) throws UnreadableExportException {
        return ExportedEvent.of(parse(text, place));
    }

    private static JsonFields parse(String text, String place) throws UnreadableExportException {
        return JsonFields.parse(CharBuffer.wrap(text.toCharArray()), place);
    }
}
