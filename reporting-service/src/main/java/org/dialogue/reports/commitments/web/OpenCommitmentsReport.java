package org.dialogue.reports.commitments.web;

import java.util.List;
import org.dialogue.reports.web.Reflects;
import org.jspecify.annotations.Nullable;

/**
 * A page of open commitments.
 *
 * @param totals over all that the filters let through
 * @param next the cursor of the next page; absent on the last
 */
record OpenCommitmentsReport(
        Reflects reflects,
        CommitmentTotals totals,
        List<CommitmentItem> items,
        @Nullable String next) {}
