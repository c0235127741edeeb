package org.dialogue.reports.folds.coverage;

import java.time.Instant;

/**
 * The asker held that a part was not answered.
 *
 * @param round 1 for the question's first reopening, and so on
 * @param at when
 */
record Reopening(int round, Instant at) {}
