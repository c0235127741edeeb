package org.dialogue.reports.timeline.web;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dialogue.events.assignment.AssignmentEvent.AnswerCleared;
import org.dialogue.events.commitment.CommitmentEvent;
import org.dialogue.events.commitment.CommitmentEvent.FollowUpCommitted;
import org.dialogue.events.vocabulary.CommitmentId;
import org.dialogue.reports.background.Background;
import org.dialogue.reports.reading.Reader;
import org.dialogue.reports.timeline.TimelineEntry;

/**
 * What a reader sees of the timeline of a question that the reader may see: not the words that a body has cleared but not
 * published, except for the body itself; not the commitments that also follow from questions hidden from the reader.
 */
record VisibleEntries(Background background, Reader reader) {

    List<TimelineEntry> of(List<TimelineEntry> line) {
        Set<CommitmentId> hidden = hiddenCommitments(line);
        return line.stream()
                .filter(entry ->
                        !(entry.event() instanceof CommitmentEvent event) || !hidden.contains(event.commitmentId()))
                .filter(entry -> !(entry.event() instanceof AnswerCleared cleared)
                        || reader.seesEverything()
                        || reader.worksFor(cleared.body()))
                .toList();
    }

    private Set<CommitmentId> hiddenCommitments(List<TimelineEntry> line) {
        Set<CommitmentId> hidden = new HashSet<>();
        for (TimelineEntry entry : line) {
            if (entry.event() instanceof FollowUpCommitted promise && !reader.maySee(promise, background)) {
                hidden.add(promise.commitmentId());
            }
        }
        return hidden;
    }
}
