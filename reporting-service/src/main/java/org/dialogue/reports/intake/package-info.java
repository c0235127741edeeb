/** Copies what the other services publish into the own ledger, once each. */
@NullMarked
package org.dialogue.reports.intake;

import org.jspecify.annotations.NullMarked;
