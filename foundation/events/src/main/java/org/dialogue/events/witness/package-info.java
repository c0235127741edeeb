/** What reporting-service finds as the witness of the other services' ledgers. */
@NullMarked
package org.dialogue.events.witness;

import org.jspecify.annotations.NullMarked;
