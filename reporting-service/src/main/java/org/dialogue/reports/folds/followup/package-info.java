/** The one fold behind coverage, commitments and counts. */
@NullMarked
package org.dialogue.reports.folds.followup;

import org.jspecify.annotations.NullMarked;
