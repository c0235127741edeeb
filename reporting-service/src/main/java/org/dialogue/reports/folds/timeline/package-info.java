/** All that happened to one question, in the order in which it was recorded. */
@NullMarked
package org.dialogue.reports.folds.timeline;

import org.jspecify.annotations.NullMarked;
