package org.dialogue.reports.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dialogue.events.assignment.AssignmentEvent;
import org.dialogue.events.commitment.CommitmentEvent;
import org.dialogue.events.commitment.CommitmentEvent.FollowUpCommitted;
import org.dialogue.events.question.QuestionEvent;
import org.dialogue.events.vocabulary.CommitmentId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.events.vocabulary.QuestionParts;
import org.dialogue.reports.background.Background;
import org.dialogue.reports.views.HistoryEntry;
import org.dialogue.reports.views.ViewFold;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * The view behind the timeline of each question.
 *
 * @param questions what happened to a question and its assignments
 * @param commitments what happened to a commitment
 * @param followUps the commitments that follow from a question
 */
public record Timelines(
        Background background,
        PMap<QuestionId, PSortedMap<RecordedOrder, TimelineEntry>> questions,
        PMap<CommitmentId, PSortedMap<RecordedOrder, TimelineEntry>> commitments,
        PMap<QuestionId, PSet<CommitmentId>> followUps) {

    /** How the view is folded. */
    public static final ViewFold<Timelines> FOLD = new ViewFold<>(
            "timeline",
            new Timelines(Background.EMPTY, HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty()),
            Timelines::after);

    private Timelines after(HistoryEntry entry) {
        if (entry.event() instanceof AssignmentEvent event) {
            return new Timelines(background, with(questions, event.questionId(), entry), commitments, followUps);
        }
        if (entry.event() instanceof CommitmentEvent event) {
            return new Timelines(
                    background,
                    questions,
                    with(commitments, event.commitmentId(), entry),
                    event instanceof FollowUpCommitted promise ? with(followUps, promise) : followUps);
        }
        Background nextBackground = background.after(entry);
        if (entry.event() instanceof QuestionEvent event) {
            return new Timelines(nextBackground, with(questions, event.questionId(), entry), commitments, followUps);
        }
        return nextBackground == background ? this : new Timelines(nextBackground, questions, commitments, followUps);
    }

    private static <K> PMap<K, PSortedMap<RecordedOrder, TimelineEntry>> with(
            PMap<K, PSortedMap<RecordedOrder, TimelineEntry>> lines, K key, HistoryEntry entry) {
        TimelineEntry next = TimelineEntry.of(entry);
        return lines.plus(key, lines.getOrDefault(key, TreePMap.empty()).plus(next.order(), next));
    }

    private static PMap<QuestionId, PSet<CommitmentId>> with(
            PMap<QuestionId, PSet<CommitmentId>> followUps, FollowUpCommitted promise) {
        PMap<QuestionId, PSet<CommitmentId>> next = followUps;
        for (QuestionParts subject : promise.subjects()) {
            PSet<CommitmentId> ofQuestion = next.getOrDefault(subject.question(), HashTreePSet.empty());
            next = next.plus(subject.question(), ofQuestion.plus(promise.commitmentId()));
        }
        return next;
    }

    /**
     * Everything that happened to a question, its assignments and the commitments that follow from it.
     *
     * @param id the question; one that is not known gives an empty list
     * @return the events in the order in which the services recorded them
     */
    public List<TimelineEntry> of(QuestionId id) {
        List<TimelineEntry> line = new ArrayList<>(entries(questions, id));
        Set<CommitmentId> promised = followUps.getOrDefault(id, HashTreePSet.empty());
        promised.forEach(commitment -> line.addAll(entries(commitments, commitment)));
        line.sort(Comparator.comparing(TimelineEntry::order));
        return line;
    }

    private static <K> List<TimelineEntry> entries(Map<K, PSortedMap<RecordedOrder, TimelineEntry>> lines, K key) {
        return List.copyOf(lines.getOrDefault(key, TreePMap.empty()).values());
    }
}
