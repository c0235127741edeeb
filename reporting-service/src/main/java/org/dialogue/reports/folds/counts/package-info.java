/** Questions, answers and commitments in numbers, by body, by unit and by topic. */
@NullMarked
package org.dialogue.reports.folds.counts;

import org.jspecify.annotations.NullMarked;
