package org.dialogue.reports.timeline;

import java.util.Map;
import org.dialogue.events.DialogueEvent;
import org.dialogue.reports.views.HistoryEntry;

/**
 * One event on a timeline.
 *
 * @param order when and where it was recorded first
 * @param eventId the event's id, the same in every ledger
 * @param name the event's logical name
 * @param metadata who did it, by the keys of {@link org.dialogue.events.MetadataKeys}
 */
public record TimelineEntry(
        RecordedOrder order, String eventId, String name, DialogueEvent event, Map<String, String> metadata) {

    static TimelineEntry of(HistoryEntry entry) {
        return new TimelineEntry(
                new RecordedOrder(entry.recordedAt(), entry.source(), entry.sourcePosition()),
                entry.eventId(),
                entry.name(),
                entry.event(),
                entry.metadata());
    }
}
