package org.dialogue.reports.folds.coverage;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What lists and totals ask of a part, kept for every part so that no request judges them all.
 *
 * @param owedBy who owes each next step, by {@link OutstandingStep#debtor}
 * @param bodies the codes of the bodies that were asked
 * @param earliestDue the first day on which a step falls due; absent where none has a date
 */
public record PartRow(
        PartState state,
        boolean concluded,
        List<String> owedBy,
        List<String> bodies,
        @Nullable LocalDate earliestDue) {

    static PartRow of(PartStatus part) {
        return new PartRow(
                part.state(),
                part.concluded(),
                part.debts().stream().map(OutstandingStep::debtor).toList(),
                part.slots().stream().map(slot -> slot.body().value()).toList(),
                part.debts().stream()
                        .map(OutstandingStep::due)
                        .filter(Objects::nonNull)
                        .map(due -> due.date())
                        .filter(Objects::nonNull)
                        .min(LocalDate::compareTo)
                        .orElse(null));
    }

    /** {@return whether somebody owes the next step beyond its due date} */
    public boolean isLate(LocalDate today) {
        return earliestDue != null && earliestDue.isBefore(today);
    }
}
