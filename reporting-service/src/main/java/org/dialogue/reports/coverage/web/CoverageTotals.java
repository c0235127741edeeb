package org.dialogue.reports.coverage.web;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dialogue.reports.folds.coverage.PartRow;
import org.dialogue.reports.folds.coverage.PartState;
import org.dialogue.reports.folds.coverage.PartTotals;
import org.dialogue.reports.folds.coverage.QuestionRow;

/**
 * Coverage in numbers.
 *
 * @param questions how many questions the parts are of
 * @param parts how many parts
 * @param byState how many parts in each state
 * @param owedBy how many next steps each body, or the secretariat, owes
 * @param late how many parts are owed beyond their due date
 */
record CoverageTotals(long questions, long parts, Map<PartState, Long> byState, Map<String, Long> owedBy, long late) {

    /** What the fold has added up already. */
    static CoverageTotals of(List<PartTotals> totals, LocalDate today) {
        Map<PartState, Long> byState = new EnumMap<>(PartState.class);
        Map<String, Long> owedBy = new TreeMap<>();
        long questions = 0;
        long parts = 0;
        long late = 0;
        for (PartTotals some : totals) {
            some.byState().forEach((state, count) -> byState.merge(state, count, Long::sum));
            some.owedBy().forEach((debtor, count) -> owedBy.merge(debtor, count, Long::sum));
            questions += some.questions();
            parts += some.parts();
            late += some.late(today);
        }
        return new CoverageTotals(questions, parts, byState, owedBy, late);
    }

    /** What is admitted, added up now. */
    static CoverageTotals of(Iterable<QuestionRow> rows, PartFilter filter) {
        Map<PartState, Long> byState = new EnumMap<>(PartState.class);
        Map<String, Long> owedBy = new TreeMap<>();
        long questions = 0;
        long parts = 0;
        long late = 0;
        for (QuestionRow row : rows) {
            long before = parts;
            for (int place = 0; place < row.parts().size(); place++) {
                if (filter.admits(row, place) && filter.admits(row)) {
                    PartRow part = row.parts().get(place);
                    byState.merge(part.state(), 1L, Long::sum);
                    part.owedBy().forEach(debtor -> owedBy.merge(debtor, 1L, Long::sum));
                    late += part.isLate(filter.today()) ? 1 : 0;
                    parts++;
                }
            }
            questions += parts > before ? 1 : 0;
        }
        return new CoverageTotals(questions, parts, byState, owedBy, late);
    }
}
