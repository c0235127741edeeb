/**
 * Folds of history, and what they are told: no framework, no store, no broker, so that an offline program runs the same code.
 */
@NullMarked
package org.dialogue.reports.folds;

import org.jspecify.annotations.NullMarked;
