package org.dialogue.reports.commitments.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionParts;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.reports.background.Background;
import org.dialogue.reports.background.QuestionFacts;
import org.dialogue.reports.commitments.Commitment;
import org.dialogue.reports.commitments.CommitmentState;
import org.jspecify.annotations.Nullable;

/** Which commitments are asked for; what is absent admits all. */
record CommitmentFilter(
        Background background,
        Optional<BodyId> body,
        Optional<UnitId> unit,
        @Nullable String topic,
        Optional<ProgrammeId> programme,
        @Nullable CommitmentState state,
        @Nullable Boolean late,
        LocalDate today) {

    boolean admits(Commitment commitment) {
        return body.map(commitment.promise().bodies()::contains).orElse(true)
                && programme.map(commitment.promise().programmeId()::equals).orElse(true)
                && (state == null || state == commitment.state())
                && (late == null || late == commitment.promise().due().isPast(today))
                && unit.map(area ->
                                anySubject(commitment, (question, parts) -> background.liesIn(question.unit(), area)))
                        .orElse(true)
                && (topic == null
                        || anySubject(
                                commitment,
                                (question, parts) ->
                                        question.topicsOf(parts.parts()).contains(topic)));
    }

    private boolean anySubject(Commitment commitment, SubjectTest test) {
        Predicate<QuestionParts> admitted = subject -> background
                .question(subject.question())
                .map(question -> test.admits(question, subject))
                .orElse(false);
        return commitment.promise().subjects().stream().anyMatch(admitted);
    }

    private interface SubjectTest {
        boolean admits(QuestionFacts question, QuestionParts parts);
    }
}
