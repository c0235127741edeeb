/** Which promised follow-ups are still open, and how far each has come. */
@NullMarked
package org.dialogue.reports.folds.commitments;

import org.jspecify.annotations.NullMarked;
