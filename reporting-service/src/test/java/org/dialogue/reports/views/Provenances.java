package org.dialogue.reports.views;

import java.time.Instant;
import org.dialogue.reports.story.Interleaving;
import org.dialogue.reports.story.Story;

/** Provenances of told events. */
final class Provenances {

    private Provenances() {}

    static Provenance of(long position, HistoryEntry entry) {
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
    static Provenance of(long position, String eventId, String name) {
        return new Provenance(
                position, Instant.EPOCH, eventId, name, "question:q7", Story.DIALOGUE, position, Instant.EPOCH);
    }
}
