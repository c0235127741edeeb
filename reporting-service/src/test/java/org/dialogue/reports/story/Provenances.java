package org.dialogue.reports.story;

import java.time.Instant;
import org.dialogue.reports.folds.HistoryEntry;
import org.dialogue.reports.folds.Provenance;

/** Provenances of told events. */
public final class Provenances {

    private Provenances() {}

    public static Provenance of(long position, HistoryEntry entry) {
        return new Provenance(
                position,
                entry.copiedAt(),
                entry.eventId(),
                entry.name(),
                Interleaving.aggregate(entry),
                entry.source(),
                entry.sourcePosition(),
                entry.recordedAt());
    }

    /** Of something that happened to question q7. */
    public static Provenance of(long position, String eventId, String name) {
        return new Provenance(
                position, Instant.EPOCH, eventId, name, "question:q7", Story.DIALOGUE, position, Instant.EPOCH);
    }
}
