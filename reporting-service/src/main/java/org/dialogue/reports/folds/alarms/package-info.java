/** The alarms of the witness, as a view: which there are, and which somebody has looked into. */
@NullMarked
package org.dialogue.reports.folds.alarms;

import org.jspecify.annotations.NullMarked;
