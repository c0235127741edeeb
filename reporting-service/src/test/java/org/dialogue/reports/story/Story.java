package org.dialogue.reports.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dialogue.events.DialogueEvent;
import org.dialogue.events.EventCatalogue;
import org.dialogue.events.assignment.AssignmentEvent;
import org.dialogue.events.commitment.CommitmentEvent;
import org.dialogue.events.witness.LedgerAlarmEvent;
import org.dialogue.reports.folds.HistoryEntry;
import org.dialogue.reports.folds.ViewFold;

/** A history as it is being told: gives each event its id, source, positions and times. */
public final class Story {

    public static final String DIALOGUE = "dialogue-service";
    public static final String ANSWERS = "answer-service";
    public static final String REPORTING = "reporting-service";
    public static final Instant BEGIN = Instant.parse("2023-11-01T00:00:00Z");

    private final List<HistoryEntry> entries = new ArrayList<>();
    private final Map<String, Long> positions = new HashMap<>();

    /** Tells events in the order in which they are recorded, one a second. */
    public Story then(DialogueEvent... events) {
        for (DialogueEvent event : events) {
            entries.add(entry(sourceOf(event), event));
        }
        return this;
    }

    private static String sourceOf(DialogueEvent event) {
        if (event instanceof LedgerAlarmEvent) {
            return REPORTING;
        }
        return event instanceof AssignmentEvent || event instanceof CommitmentEvent ? ANSWERS : DIALOGUE;
    }

    private HistoryEntry entry(String source, DialogueEvent event) {
        long sourcePosition = positions.merge(source, 1L, Long::sum);
        long position = entries.size() + 1L;
        Instant recordedAt = BEGIN.plusSeconds(position);
        return new HistoryEntry(
                position,
                recordedAt.plusMillis(5),
                source + "-" + sourcePosition,
                EventCatalogue.byClass(event.getClass()).orElseThrow().name(),
                source,
                sourcePosition,
                recordedAt,
                event,
                Map.of("subject", "somebody"));
    }

    public List<HistoryEntry> entries() {
        return List.copyOf(entries);
    }

    /** What a fold makes of the story. */
    public <V> V seenBy(ViewFold<V> fold) {
        return fold(fold, entries);
    }

    public static <V> V fold(ViewFold<V> fold, List<HistoryEntry> entries) {
        V view = fold.start();
        for (HistoryEntry entry : entries) {
            view = fold.step().apply(view, entry);
        }
        return view;
    }
}
