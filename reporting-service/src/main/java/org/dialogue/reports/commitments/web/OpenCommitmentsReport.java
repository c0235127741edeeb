package org.dialogue.reports.commitments.web;

import java.util.List;
import org.dialogue.reports.web.LostItem;
import org.dialogue.reports.web.Reflects;
import org.jspecify.annotations.Nullable;

/**
 * A page of open commitments.
 *
 * @param totals over all that the filters let through
 * @param next the cursor of the next page; absent on the last
 * @param lost what has no place in the list, because it cannot be read; told to those who see everything
 */
record OpenCommitmentsReport(
        Reflects reflects,
        CommitmentTotals totals,
        List<CommitmentItem> items,
        @Nullable String next,
        List<LostItem> lost) {}
