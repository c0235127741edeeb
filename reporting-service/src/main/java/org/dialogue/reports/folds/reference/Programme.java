package org.dialogue.reports.folds.reference;

import org.dialogue.events.vocabulary.BilingualName;

/**
 * A year's programme.
 *
 * @param year the calendar year
 */
public record Programme(int year, BilingualName title) {}
