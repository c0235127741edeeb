package org.dialogue.reports.timeline.web;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dialogue.events.DialogueEvent;
import org.dialogue.events.assignment.AssignmentEvent.AnswerCleared;
import org.dialogue.events.commitment.CommitmentEvent;
import org.dialogue.events.commitment.CommitmentEvent.FollowUpCommitted;
import org.dialogue.events.question.QuestionEvent.QuestionFollowerAdded;
import org.dialogue.events.question.QuestionEvent.QuestionFollowerReleased;
import org.dialogue.events.question.QuestionEvent.QuestionGrouped;
import org.dialogue.events.question.QuestionEvent.QuestionUngrouped;
import org.dialogue.events.vocabulary.CommitmentId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.reports.folds.reference.ReferenceData;
import org.dialogue.reports.folds.timeline.TimelineEntry;
import org.dialogue.reports.reading.Reader;

/**
 * What a reader sees of the timeline of a question that the reader may see: not the words that a body has cleared but not
 * published, except for the body itself; not the commitments that are hidden from the reader; and no other question that is.
 */
record VisibleEntries(ReferenceData reference, Reader reader) {

    List<TimelineEntry> of(List<TimelineEntry> line) {
        Set<CommitmentId> hidden = hiddenCommitments(line);
        return line.stream()
                .filter(entry ->
                        !(entry.event() instanceof CommitmentEvent event) || !hidden.contains(event.commitmentId()))
                .filter(entry -> !(entry.event() instanceof AnswerCleared cleared)
                        || reader.seesEverything()
                        || reader.worksFor(cleared.body()))
                .filter(entry -> otherQuestion(entry.event()).map(this::maySee).orElse(true))
                .map(entry -> entry.event() instanceof FollowUpCommitted promise
                        ? entry.telling(withoutHidden(promise))
                        : entry)
                .toList();
    }

    /** The question that grouping names beside the one it happens to. */
    private static Optional<QuestionId> otherQuestion(DialogueEvent event) {
        if (event instanceof QuestionGrouped grouped) {
            return Optional.of(grouped.lead());
        }
        if (event instanceof QuestionUngrouped ungrouped) {
            return Optional.of(ungrouped.lead());
        }
        if (event instanceof QuestionFollowerAdded added) {
            return Optional.of(added.follower());
        }
        return event instanceof QuestionFollowerReleased released ? Optional.of(released.follower()) : Optional.empty();
    }

    private boolean maySee(QuestionId question) {
        return reader.seesEverything() || reader.maySee(question, reference);
    }

    private FollowUpCommitted withoutHidden(FollowUpCommitted promise) {
        return new FollowUpCommitted(
                promise.commitmentId(),
                promise.programmeId(),
                promise.subjects().stream()
                        .filter(subject -> maySee(subject.question()))
                        .toList(),
                promise.committedBy(),
                promise.bodies(),
                promise.assignedBy(),
                promise.text(),
                promise.due(),
                promise.measure(),
                promise.milestones(),
                promise.source(),
                promise.happenedAt());
    }

    private Set<CommitmentId> hiddenCommitments(List<TimelineEntry> line) {
        Set<CommitmentId> hidden = new HashSet<>();
        for (TimelineEntry entry : line) {
            if (entry.event() instanceof FollowUpCommitted promise && !reader.maySee(promise, reference)) {
                hidden.add(promise.commitmentId());
            }
        }
        return hidden;
    }
}
