package org.dialogue.reports.web;

import java.time.Instant;
import java.time.LocalDate;
import org.dialogue.reports.folds.ViewState;
import org.jspecify.annotations.Nullable;

/**
 * What an answer reflects.
 *
 * @param position the last position of the reports' own ledger that it takes in
 * @param recordedAt when that position was recorded; absent while nothing is
 * @param today the day by which age and lateness were judged, on the host's calendar
 * @param faults how many things in all of the view have faults, whoever may see them: they are shown, or counted, as far as
 *     they can be
 */
public record Reflects(long position, @Nullable Instant recordedAt, LocalDate today, long faults) {

    static Reflects of(ViewState<?> state, LocalDate today) {
        return new Reflects(
                state.position(),
                state.recordedAt(),
                today,
                state.faults().byAggregate().size());
    }
}
