package org.dialogue.reports.story;

import java.util.List;
import org.dialogue.reports.alarms.LedgerAlarms;
import org.dialogue.reports.commitments.OpenCommitments;
import org.dialogue.reports.counts.Counts;
import org.dialogue.reports.coverage.Coverage;
import org.dialogue.reports.timeline.Timelines;
import org.dialogue.reports.views.ViewFold;

/** All folds there are, for what must hold for each of them. */
public final class EveryFold {

    public static final List<ViewFold<?>> FOLDS =
            List.of(OpenCommitments.FOLD, Coverage.FOLD, Timelines.FOLD, Counts.FOLD, LedgerAlarms.FOLD);

    private EveryFold() {}
}
