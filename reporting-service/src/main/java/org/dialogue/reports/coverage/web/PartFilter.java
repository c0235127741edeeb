package org.dialogue.reports.coverage.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.reports.coverage.web.PartList.Part;
import org.dialogue.reports.folds.coverage.PartRow;
import org.dialogue.reports.folds.coverage.PartState;
import org.dialogue.reports.folds.coverage.QuestionRow;
import org.dialogue.reports.folds.reference.Circle;
import org.dialogue.reports.folds.reference.QuestionFacts;
import org.dialogue.reports.folds.reference.ReferenceData;
import org.dialogue.reports.folds.reference.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Which parts are asked for; what is absent admits all.
 *
 * @param topic by its key
 */
record PartFilter(
        ReferenceData reference,
        Predicate<Circle> visible,
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
        return programme.map(question.programme()::equals).orElse(true)
                && visible.test(Circle.of(question))
                && unit.map(area -> reference.liesIn(question.unit(), area)).orElse(true);
    }

    boolean admits(Part part) {
        PartRow row = part.row();
        return (state == null || state == row.state())
                && (concluded == null || concluded == row.concluded())
                && (owedBy == null || row.owedBy().contains(owedBy))
                && (late == null || late == row.isLate(today))
                && body.map(id -> row.bodies().contains(id.value())).orElse(true)
                && topic.map(key -> isAbout(part, key)).orElse(true);
    }

    private boolean isAbout(Part part, String key) {
        QuestionFacts question = part.question().question();
        return topics.areOf(question.id(), key) && Topics.anyHasKey(question.topicsOf(List.of(part.number())), key);
    }
}
