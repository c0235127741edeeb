package org.dialogue.reports.story;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.dialogue.events.assignment.AssignmentEvent;
import org.dialogue.events.commitment.CommitmentEvent;
import org.dialogue.events.directory.AdministrativeUnitEvent;
import org.dialogue.events.question.QuestionEvent;
import org.dialogue.reports.folds.HistoryEntry;

/** Orders in which a history may arrive. */
public final class Interleaving {

    private Interleaving() {}

    /** Each service's events in order, the two mixed at random: two topics without any failure. */
    public static List<HistoryEntry> ofSources(List<HistoryEntry> history, long seed) {
        return mixed(history, HistoryEntry::source, seed);
    }

    /** Only each aggregate's events in order: some had to wait in the dead-letter queue. */
    public static List<HistoryEntry> ofAggregates(List<HistoryEntry> history, long seed) {
        return mixed(history, Interleaving::aggregate, seed);
    }

    /** What an event happened to; an id of its own where the story does not say. */
    public static String aggregate(HistoryEntry entry) {
        if (entry.event() instanceof QuestionEvent event) {
            return event.questionId().toString();
        }
        if (entry.event() instanceof AssignmentEvent event) {
            return event.assignmentId().toString();
        }
        if (entry.event() instanceof CommitmentEvent event) {
            return event.commitmentId().toString();
        }
        if (entry.event() instanceof AdministrativeUnitEvent event) {
            return event.unitId().toString();
        }
        return entry.eventId();
    }

    private static List<HistoryEntry> mixed(
            List<HistoryEntry> history, Function<HistoryEntry, String> lane, long seed) {
        Map<String, Deque<HistoryEntry>> lanes = new LinkedHashMap<>();
        history.forEach(entry -> lanes.computeIfAbsent(lane.apply(entry), unseen -> new ArrayDeque<>())
                .add(entry));
        Random random = new Random(seed);
        List<Deque<HistoryEntry>> waiting = new ArrayList<>(lanes.values());
        List<HistoryEntry> arrived = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Deque<HistoryEntry> next = waiting.get(random.nextInt(waiting.size()));
            HistoryEntry entry = next.removeFirst();
            arrived.add(at(arrived.size() + 1L, entry));
            if (next.isEmpty()) {
                waiting.remove(next);
            }
        }
        return arrived;
    }

    private static HistoryEntry at(long position, HistoryEntry entry) {
        return new HistoryEntry(
                position,
                entry.copiedAt(),
                entry.eventId(),
                entry.name(),
                entry.source(),
                entry.sourcePosition(),
                entry.recordedAt(),
                entry.event(),
                entry.metadata());
    }
}
