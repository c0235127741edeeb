/** What became of each part of each question: answered, declined, referred, or owed by whom since when. */
@NullMarked
package org.dialogue.reports.folds.coverage;

import org.jspecify.annotations.NullMarked;
