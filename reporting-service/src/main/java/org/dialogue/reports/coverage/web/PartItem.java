package org.dialogue.reports.coverage.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.dialogue.events.question.AnsweringRole;
import org.dialogue.events.question.Direction;
import org.dialogue.events.vocabulary.Disposition;
import org.dialogue.events.vocabulary.Due;
import org.dialogue.reports.folds.coverage.OwedStep;
import org.dialogue.reports.folds.coverage.PartState;
import org.dialogue.reports.web.Named;
import org.jspecify.annotations.Nullable;

/**
 * A part of a question on the list.
 *
 * @param number the question's running number within the programme in which it was raised
 * @param part the part's number
 * @param text in its present words; the originals of what was put right stand in the timeline
 * @param corrected how often the question's words were put right
 * @param programmeId the programme in which it is followed up
 * @param raisedInProgramme the programme in which it was raised, where it has been carried over since
 * @param groupedUnder the similar question that leads its group, if the reader may see that
 * @param with the question whose answer and conclusion serve this one, if the reader may see that; absent where it stands by
 *     itself
 * @param followers the questions that its answer and conclusion serve too, as far as the reader may see them
 * @param disposition what was decided, or proposed until the chair decides
 * @param reasons the words of the decision or proposal
 * @param concluded whether the chair has decided
 * @param owed who owes what since when; empty unless the state is {@code OWED}, and where the step is owed on the question
 *     that this one stands with
 * @param awaitsConclusion since when the chair can conclude on it; absent where nothing awaits the chair
 * @param fault what is wrong with what is shown here, because history holds what cannot be shown or does not fit; absent if
 *     nothing is
 */
record PartItem(
        String questionId,
        int number,
        int part,
        String text,
        int corrected,
        String programmeId,
        @Nullable String raisedInProgramme,
        Direction direction,
        Named unit,
        Collection<String> topics,
        Instant raisedAt,
        @Nullable String groupedUnder,
        @Nullable String with,
        List<String> followers,
        PartState state,
        @Nullable Disposition disposition,
        @Nullable String reasons,
        boolean concluded,
        List<Owed> owed,
        List<Asked> asked,
        @Nullable Awaited awaitsConclusion,
        @Nullable String fault) {

    /**
     * What awaits the chair.
     *
     * @param since since when
     * @param days for how long
     */
    record Awaited(Instant since, long days) {}

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
