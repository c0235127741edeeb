package org.dialogue.reports.story;

import java.util.List;
import org.dialogue.reports.folds.ViewFold;
import org.dialogue.reports.folds.alarms.LedgerAlarms;
import org.dialogue.reports.folds.followup.FollowUp;
import org.dialogue.reports.folds.timeline.Timelines;

/** All folds there are, for what must hold for each of them. */
public final class EveryFold {

    public static final List<ViewFold<?>> FOLDS = List.of(FollowUp.FOLD, Timelines.FOLD, LedgerAlarms.FOLD);

    private EveryFold() {}
}
