package org.dialogue.reports.folds.coverage;

import java.time.LocalDate;
import java.util.Map;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * What parts of questions add up to.
 *
 * @param questions how many questions they are of
 * @param parts how many there are
 * @param byState how many in each state
 * @param owedBy how many next steps each body, or the secretariat, owes
 * @param due how many fall due first on each day
 */
public record PartTotals(
        long questions,
        long parts,
        PMap<PartState, Long> byState,
        PMap<String, Long> owedBy,
        PMap<LocalDate, Long> due) {

    /** Of no parts. */
    public static final PartTotals NONE =
            new PartTotals(0, 0, HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());

    PartTotals plus(QuestionRow question) {
        return plus(question, 1);
    }

    PartTotals minus(QuestionRow question) {
        return plus(question, -1);
    }

    private PartTotals plus(QuestionRow question, long times) {
        PMap<PartState, Long> states = byState;
        PMap<String, Long> owed = owedBy;
        PMap<LocalDate, Long> dates = due;
        for (PartRow part : question.parts()) {
            states = plus(states, part.state(), times);
            for (String debtor : part.owedBy()) {
                owed = plus(owed, debtor, times);
            }
            LocalDate earliest = part.earliestDue();
            if (earliest != null) {
                dates = plus(dates, earliest, times);
            }
        }
        return new PartTotals(
                questions + times, parts + times * question.parts().size(), states, owed, dates);
    }

    private static <K> PMap<K, Long> plus(PMap<K, Long> counts, K key, long times) {
        long count = counts.getOrDefault(key, 0L) + times;
        return count == 0 ? counts.minus(key) : counts.plus(key, count);
    }

    /** {@return how many parts are owed beyond their due date} */
    public long late(LocalDate today) {
        return due.entrySet().stream()
                .filter(day -> day.getKey().isBefore(today))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
