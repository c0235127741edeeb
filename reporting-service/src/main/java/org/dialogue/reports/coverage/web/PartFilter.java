package org.dialogue.reports.coverage.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.reports.folds.coverage.PartRow;
import org.dialogue.reports.folds.coverage.PartState;
import org.dialogue.reports.folds.coverage.QuestionRow;
import org.dialogue.reports.folds.reference.QuestionFacts;
import org.dialogue.reports.folds.reference.ReferenceData;
import org.dialogue.reports.folds.reference.Topics;
import org.dialogue.reports.reading.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Which parts are asked for; what is absent admits all.
 *
 * @param topic by its key
 */
record PartFilter(
        ReferenceData reference,
        Reader reader,
        Topics topics,
        Optional<BodyId> body,
        Optional<UnitId> unit,
        Optional<String> topic,
        Optional<ProgrammeId> programme,
        @Nullable PartState state,
        @Nullable String owedBy,
        @Nullable Boolean late,
        @Nullable Boolean concluded,
        LocalDate today) {

    /** Whether it admits every part of the programme that the reader may see. */
    boolean isOpen() {
        return body.isEmpty()
                && unit.isEmpty()
                && topic.isEmpty()
                && state == null
                && owedBy == null
                && late == null
                && concluded == null;
    }

    /** What can be said of all parts of a question at once. */
    boolean admits(QuestionRow row) {
        QuestionFacts question = row.question();
        return (programme.isEmpty() || programme.get().equals(question.programme()))
                && reader.maySee(question)
                && (unit.isEmpty() || reference.liesIn(question.unit(), unit.get()));
    }

    /** @param place the part's among those of the question */
    boolean admits(QuestionRow question, int place) {
        PartRow part = question.parts().get(place);
        return (state == null || state == part.state())
                && (concluded == null || concluded == part.concluded())
                && (owedBy == null || part.owedBy().contains(owedBy))
                && (late == null || late == part.isLate(today))
                && (body.isEmpty() || part.bodies().contains(body.get().value()))
                && (topic.isEmpty() || isAbout(question.question(), place, topic.get()));
    }

    private boolean isAbout(QuestionFacts question, int place, String key) {
        return topics.areOf(question.id(), key)
                && Topics.anyHasKey(
                        question.topicsOf(List.of(question.parts().get(place).number())), key);
    }
}
