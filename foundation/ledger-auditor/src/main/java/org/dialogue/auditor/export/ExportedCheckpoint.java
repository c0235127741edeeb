package org.dialogue.auditor.export;

import java.time.Instant;
import org.dialogue.auditor.note.Checkpoint;
import org.dialogue.auditor.note.MalformedException;

/**
 * One line of {@code checkpoints.ndjson}.
 *
 * @param size what the line says; the note may say otherwise
 * @param issuedAt when it was issued, as the line says; nobody signed that
 * @param checkpoint what the note says
 * @param place where it is, for messages
 */
public record ExportedCheckpoint(long size, Instant issuedAt, Checkpoint checkpoint, String place) {

    static ExportedCheckpoint of(JsonFields line, String place) throws UnreadableExportException {
        try {
            return new ExportedCheckpoint(
                    line.number("size"), line.instant("issuedAt"), Checkpoint.parse(line.string("note")), place);
        } catch (MalformedException e) {
            throw new UnreadableExportException("%s: %s.".formatted(place, Printable.text(e.what())));
        }
    }
}
