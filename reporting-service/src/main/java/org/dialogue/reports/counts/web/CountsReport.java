package org.dialogue.reports.counts.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.dialogue.events.vocabulary.BilingualName;
import org.dialogue.reports.folds.counts.CountRow;
import org.dialogue.reports.folds.counts.CountedBy;
import org.dialogue.reports.web.Reflects;
import org.jspecify.annotations.Nullable;

/**
 * Counts.
 *
 * @param by what the rows stand for
 * @param rows in the order of their keys
 */
record CountsReport(Reflects reflects, CountedBy by, List<Row> rows) {

    /**
     * A row.
     *
     * @param name the present name of the body or unit; absent for topics and the secretariat
     */
    record Row(@Nullable BilingualName name, @JsonUnwrapped CountRow counts) {}
}
