package org.dialogue.reports.commitments.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionParts;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.reports.folds.commitments.Commitment;
import org.dialogue.reports.folds.commitments.CommitmentState;
import org.dialogue.reports.folds.reference.QuestionFacts;
import org.dialogue.reports.folds.reference.ReferenceData;
import org.dialogue.reports.folds.reference.Topics;
import org.dialogue.reports.reading.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Which commitments are asked for; what is absent admits all. A question that the reader may not see is as if the commitment
 * did not follow from it.
 *
 * @param topic by its key
 */
record CommitmentFilter(
        ReferenceData reference,
        Reader reader,
        Optional<BodyId> body,
        Optional<UnitId> unit,
        Optional<String> topic,
        Optional<ProgrammeId> programme,
        @Nullable CommitmentState state,
        @Nullable Boolean late,
        LocalDate today) {

    boolean admits(Commitment commitment) {
        return body.map(commitment.promise().bodies()::contains).orElse(true)
                && programme.map(commitment.programme()::equals).orElse(true)
                && (state == null || state == commitment.state())
                && (late == null || late == commitment.promise().due().isPast(today))
                && unit.map(area ->
                                anySubject(commitment, (question, parts) -> reference.liesIn(question.unit(), area)))
                        .orElse(true)
                && topic.map(key -> anySubject(
                                commitment,
                                (question, parts) -> Topics.anyHasKey(question.topicsOf(parts.parts()), key)))
                        .orElse(true);
    }

    private boolean anySubject(Commitment commitment, SubjectTest test) {
        Predicate<QuestionParts> admitted = subject -> reference
                .question(subject.question())
                .filter(reader::maySee)
                .map(question -> test.admits(question, subject))
                .orElse(false);
        return commitment.promise().subjects().stream().anyMatch(admitted);
    }

    private interface SubjectTest {
        boolean admits(QuestionFacts question, QuestionParts parts);
    }
}
