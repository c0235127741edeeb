package org.dialogue.reports.commitments.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dialogue.events.commitment.Measure;
import org.dialogue.events.vocabulary.Due;
import org.dialogue.reports.folds.Flaws;
import org.dialogue.reports.folds.commitments.Commitment;
import org.dialogue.reports.folds.commitments.CommitmentState;

/**
 * Open commitments in numbers.
 *
 * @param commitments how many there are
 * @param byState how many in each state
 * @param late how many whose due date has passed
 * @param noDateSet how many for which somebody decided to set no date
 * @param measures what those add up to that are put in numbers which can be shown, for each unit of measurement
 */
record CommitmentTotals(
        long commitments, Map<CommitmentState, Long> byState, long late, long noDateSet, List<MeasureTotal> measures) {

    /**
     * Commitments measured in the same unit, added up.
     *
     * @param unit what is counted
     * @param commitments how many commitments count it
     */
    record MeasureTotal(String unit, long commitments, BigDecimal baseline, BigDecimal target, BigDecimal current) {

        MeasureTotal plus(MeasureTotal other) {
            return new MeasureTotal(
                    unit,
                    commitments + other.commitments,
                    baseline.add(other.baseline),
                    target.add(other.target),
                    current.add(other.current));
        }
    }

    /** A number of a thousand million digits cannot be added in any memory. */
    static boolean canBeAdded(Measure measure) {
        return Stream.of(measure.baseline(), measure.target(), measure.current())
                .allMatch(Flaws::isShowable);
    }

    static CommitmentTotals of(Collection<Commitment> commitments, LocalDate today) {
        Map<CommitmentState, Long> byState = new EnumMap<>(CommitmentState.class);
        Map<String, MeasureTotal> measures = new TreeMap<>();
        long late = 0;
        long noDateSet = 0;
        for (Commitment commitment : commitments) {
            Due due = commitment.promise().due();
            byState.merge(commitment.state(), 1L, Long::sum);
            late += due.isPast(today) ? 1 : 0;
            noDateSet += due.kind() == Due.Kind.NONE_SET ? 1 : 0;
            Measure measure = commitment.measure();
            if (measure != null && canBeAdded(measure)) {
                MeasureTotal one =
                        new MeasureTotal(measure.unit(), 1, measure.baseline(), measure.target(), measure.current());
                measures.merge(measure.unit(), one, MeasureTotal::plus);
            }
        }
        return new CommitmentTotals(commitments.size(), byState, late, noDateSet, List.copyOf(measures.values()));
    }
}
