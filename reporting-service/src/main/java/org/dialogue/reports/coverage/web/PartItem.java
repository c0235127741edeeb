package org.dialogue.reports.coverage.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.dialogue.events.question.AnsweringRole;
import org.dialogue.events.question.Direction;
import org.dialogue.events.vocabulary.Disposition;
import org.dialogue.events.vocabulary.Due;
import org.dialogue.reports.coverage.OwedStep;
import org.dialogue.reports.coverage.PartState;
import org.dialogue.reports.web.Named;
import org.jspecify.annotations.Nullable;

/**
 * A part of a question on the list.
 *
 * @param groupedUnder the similar question that leads its group
 * @param disposition what was decided, or proposed until the chair decides
 * @param reasons the words of the decision or proposal
 * @param concluded whether the chair has decided
 * @param owed who owes what since when; empty unless the state is {@code OWED}
 */
record PartItem(
        String questionId,
        int part,
        String text,
        String programmeId,
        Direction direction,
        Named unit,
        Collection<String> topics,
        Instant raisedAt,
        @Nullable String groupedUnder,
        PartState state,
        @Nullable Disposition disposition,
        @Nullable String reasons,
        boolean concluded,
        List<Owed> owed,
        List<Asked> asked) {

    /**
     * Who owes what since when.
     *
     * @param by a body's code, or {@code SECRETARIAT}
     * @param body the body with its name; absent when it is the secretariat
     * @param days how long it has been owed
     * @param expectedOn the day by which the body says it will answer
     */
    record Owed(
            String by,
            @Nullable Named body,
            OwedStep step,
            Instant since,
            long days,
            @Nullable Due due,
            boolean late,
            @Nullable LocalDate expectedOn,
            @Nullable String assignmentId) {}

    /**
     * A body that was asked.
     *
     * @param answeredAt when it answered; absent while it has not, or not since the last reopening
     */
    record Asked(Named body, AnsweringRole role, @Nullable Instant answeredAt, String assignmentId) {}
}
