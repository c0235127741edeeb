package org.dialogue.reports.folds;

import java.time.Instant;
import java.util.Map;
import org.dialogue.events.DialogueEvent;
import org.dialogue.events.Identifier;
import org.dialogue.events.assignment.AssignmentEvent;
import org.dialogue.events.commitment.CommitmentEvent;
import org.dialogue.events.question.QuestionEvent;
import org.jspecify.annotations.Nullable;

/**
 * One event of history as a fold sees it. {@code event.happenedAt()} tells when it happened; the rest tells how it came to
 * be known.
 *
 * @param position its place in the reports' own ledger, from 1
 * @param copiedAt when the own ledger recorded the copy; "as of" means this time or the position
 * @param eventId the event's id, the same in every ledger
 * @param name the event's logical name
 * @param source the service that recorded it first; reporting-service itself for the alarms of its witness
 * @param sourcePosition its place in that service's ledger, from 1
 * @param recordedAt when that service recorded it
 * @param event what happened
 * @param metadata who did it and what it followed from, by the keys of {@link org.dialogue.events.MetadataKeys}
 */
public record HistoryEntry(
        long position,
        Instant copiedAt,
        String eventId,
        String name,
        String source,
        long sourcePosition,
        Instant recordedAt,
        DialogueEvent event,
        Map<String, String> metadata) {

    /** Keeps its own copy of the metadata. */
    public HistoryEntry {
        metadata = Map.copyOf(metadata);
    }

    /**
     * What an event says that it happened to.
     *
     * @return the question, assignment or commitment; null if it is another kind of thing
     */
    public static @Nullable Identifier aggregateOf(DialogueEvent event) {
        if (event instanceof QuestionEvent question) {
            return question.questionId();
        }
        if (event instanceof AssignmentEvent assignment) {
            return assignment.assignmentId();
        }
        return event instanceof CommitmentEvent commitment ? commitment.commitmentId() : null;
    }
}
