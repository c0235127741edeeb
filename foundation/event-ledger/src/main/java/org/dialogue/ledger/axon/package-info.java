/** The ledger as an event store of Axon Framework. */
@NullMarked
package org.dialogue.ledger.axon;

import org.jspecify.annotations.NullMarked;
