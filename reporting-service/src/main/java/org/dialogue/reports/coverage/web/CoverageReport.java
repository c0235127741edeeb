package org.dialogue.reports.coverage.web;

import java.util.List;
import org.dialogue.reports.web.LostItem;
import org.dialogue.reports.web.Reflects;
import org.jspecify.annotations.Nullable;

/**
 * A page of parts.
 *
 * @param totals over all that the filters let through
 * @param next the cursor of the next page; absent on the last
 * @param lost what has no place in the list, because it cannot be read; told to those who see everything
 */
record CoverageReport(
        Reflects reflects,
        CoverageTotals totals,
        List<PartItem> items,
        @Nullable String next,
        List<LostItem> lost) {}
