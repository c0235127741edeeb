/** A ledger as one archive, to be verified without the database or any of this code. */
@NullMarked
package org.dialogue.ledger.export;

import org.jspecify.annotations.NullMarked;
