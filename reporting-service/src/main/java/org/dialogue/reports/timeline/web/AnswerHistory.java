package org.dialogue.reports.timeline.web;

import java.time.Instant;
import java.util.List;
import org.dialogue.events.assignment.AssignmentEvent.AnswerCorrected;
import org.dialogue.events.assignment.AssignmentEvent.AnswerPublished;
import org.dialogue.events.assignment.PartAnswer;
import org.dialogue.events.question.AnsweringRole;
import org.dialogue.reports.folds.timeline.TimelineEntry;

/**
 * One answer: as it was published, and every correction beside it.
 *
 * @param questionId the question that was answered: the one asked for, or the lead of its group
 * @param original the parts as published
 * @param corrections in the order in which they were made
 */
record AnswerHistory(
        String answerId,
        String questionId,
        String assignmentId,
        String body,
        AnsweringRole role,
        Instant publishedAt,
        List<PartAnswer> original,
        List<Correction> corrections) {

    /**
     * A correction.
     *
     * @param number 1 for the first correction of the answer, and so on
     * @param parts the corrected parts only
     */
    record Correction(int number, Instant at, String reason, List<PartAnswer> parts) {}

    static List<AnswerHistory> of(List<TimelineEntry> line) {
        return line.stream()
                .filter(entry -> entry.event() instanceof AnswerPublished)
                .map(entry -> of((AnswerPublished) entry.event(), line))
                .toList();
    }

    private static AnswerHistory of(AnswerPublished published, List<TimelineEntry> line) {
        List<Correction> corrections = line.stream()
                .filter(entry -> entry.event() instanceof AnswerCorrected corrected
                        && corrected.answerId().equals(published.answerId())
                        && corrected.assignmentId().equals(published.assignmentId()))
                .map(entry -> (AnswerCorrected) entry.event())
                .map(corrected -> new Correction(
                        corrected.correction(), corrected.happenedAt(), corrected.reason(), corrected.parts()))
                .toList();
        return new AnswerHistory(
                published.answerId().value(),
                published.questionId().value(),
                published.assignmentId().value(),
                published.body().value(),
                published.role(),
                published.happenedAt(),
                published.parts(),
                corrections);
    }
}
