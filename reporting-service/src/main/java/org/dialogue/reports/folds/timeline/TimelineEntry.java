package org.dialogue.reports.folds.timeline;

import java.util.Map;
import org.dialogue.events.DialogueEvent;
import org.dialogue.reports.folds.HistoryEntry;

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

    /** {@return the same with an event of which less is told} */
    public TimelineEntry telling(DialogueEvent less) {
        return new TimelineEntry(order, eventId, name, less, metadata);
    }

    /** {@return what it happened to, with its kind, such as {@code commitment:c7}} */
    public String aggregateId() {
        return String.valueOf(HistoryEntry.aggregateOf(event));
    }

    static TimelineEntry of(HistoryEntry entry) {
        return new TimelineEntry(
                new RecordedOrder(entry.recordedAt(), entry.source(), entry.sourcePosition()),
                entry.eventId(),
                entry.name(),
                entry.event(),
                entry.metadata());
    }
}
