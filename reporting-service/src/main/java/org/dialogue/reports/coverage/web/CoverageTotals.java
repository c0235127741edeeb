package org.dialogue.reports.coverage.web;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.dialogue.reports.coverage.Debt;
import org.dialogue.reports.coverage.PartStanding;
import org.dialogue.reports.coverage.PartState;

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

    static CoverageTotals of(Collection<PartStanding> parts, LocalDate today) {
        Map<PartState, Long> byState = new EnumMap<>(PartState.class);
        Map<String, Long> owedBy = new TreeMap<>();
        for (PartStanding part : parts) {
            byState.merge(part.state(), 1L, Long::sum);
            part.debts().stream().map(Debt::debtor).forEach(debtor -> owedBy.merge(debtor, 1L, Long::sum));
        }
        return new CoverageTotals(
                parts.stream().map(part -> part.question().id()).distinct().count(),
                parts.size(),
                byState,
                owedBy,
                parts.stream().filter(part -> part.isLate(today)).count());
    }
}
