package org.dialogue.reports.coverage.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.reports.background.Background;
import org.dialogue.reports.background.QuestionFacts;
import org.dialogue.reports.background.Topics;
import org.dialogue.reports.coverage.PartStanding;
import org.dialogue.reports.coverage.PartState;
import org.jspecify.annotations.Nullable;

/**
 * Which parts are asked for; what is absent admits all.
 *
 * @param topic by its key
 */
record PartFilter(
        Background background,
        Optional<BodyId> body,
        Optional<UnitId> unit,
        Optional<String> topic,
        Optional<ProgrammeId> programme,
        @Nullable PartState state,
        @Nullable String owedBy,
        @Nullable Boolean late,
        @Nullable Boolean concluded,
        LocalDate today) {

    /** What can be said without judging the parts. */
    boolean admits(QuestionFacts question) {
        return unit.map(area -> background.liesIn(question.unit(), area)).orElse(true)
                && programme.map(question.programme()::equals).orElse(true);
    }

    boolean admits(PartStanding part) {
        return body.map(id -> part.concerns(id.value())).orElse(true)
                && topic.map(key -> Topics.anyHasKey(
                                part.question().topicsOf(List.of(part.part().number())), key))
                        .orElse(true)
                && (state == null || state == part.state())
                && (owedBy == null || part.isOwedBy(owedBy))
                && (late == null || late == part.isLate(today))
                && (concluded == null || concluded == part.concluded());
    }
}
