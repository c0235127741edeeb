/**
 * The witness of the other services' ledgers: recomputes their trees from what was received, signs the checkpoints that
 * agree, and raises an alarm where one does not.
 */
@NullMarked
package org.dialogue.reports.witness;

import org.jspecify.annotations.NullMarked;
